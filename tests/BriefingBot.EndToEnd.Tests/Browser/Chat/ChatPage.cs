using System.Net;
using System.Text;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.EndToEnd.Tests.Browser.Chat;

/// <summary>A question and its answers as a chat client would show them: a page of its own, which takes after no product.</summary>
internal static class ChatPage
{
    private const string Style = """
        body { margin: 0; padding: 20px 28px 24px; background: #fff; color: #1d1f23; font: 15px/1.5 system-ui, "DejaVu Sans", sans-serif }
        header { margin: 0 0 16px; padding: 0 0 10px; border-bottom: 1px solid #e3e5e8; font-weight: 600 }
        article { display: grid; grid-template-columns: 36px 1fr; gap: 0 12px; margin: 0 0 18px }
        article.reply { margin-left: 48px }
        .face { width: 36px; height: 36px; border-radius: 50%; background: #b4543a; color: #fff; font-weight: 600; line-height: 36px;
          text-align: center }
        .bot .face { background: #2c5f7c }
        .name { font-weight: 600 }
        .app { margin-left: 6px; padding: 1px 5px; border-radius: 3px; background: #eceef1; color: #5b616b; font-size: 11px;
          font-weight: 400; vertical-align: 1px }
        p { margin: 2px 0 8px }
        a { color: #1b5e9b; text-decoration: none }
        .mention { padding: 0 3px; border-radius: 3px; background: #e8f1f8; color: #1b5e9b }
        .context { color: #5b616b; font-size: 13px }
        .buttons { display: flex; gap: 8px; margin: 6px 0 }
        button { padding: 4px 12px; border: 1px solid #c9cdd3; border-radius: 6px; background: #fff; color: #1d1f23; font: inherit;
          font-size: 13px }
        """;

    /// <summary>The page of one conversation: the first message asks, all others stand in its thread.</summary>
    public static string Of(FakeChannel channel, FakeUser bot, IReadOnlyList<FakeMessage> messages)
    {
        StringBuilder page = new();
        page.Append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><style>").Append(Style).Append("</style>");
        page.Append("<header># ").Append(WebUtility.HtmlEncode(channel.Name)).Append("</header>");
        foreach (var message in messages)
        {
            bool isBot = message.Author == bot;
            string name = WebUtility.HtmlEncode(message.Author.Name);
            page.Append("<article class=\"").Append(isBot ? "bot" : "person").Append(message == messages[0] ? "\">" : " reply\">");
            page.Append("<div class=\"face\" aria-hidden=\"true\">").Append(char.ToUpperInvariant(name[0])).Append("</div><div>");
            page.Append("<div class=\"name\">").Append(name).Append(isBot ? "<span class=\"app\">app</span>" : "").Append("</div>");
            page.Append(MessageHtml.Of(message, bot)).Append("</div></article>");
        }

        return page.ToString();
    }
}
