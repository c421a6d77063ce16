using BriefingBot.Core.Chat.Rendering;

namespace BriefingBot.Core.Tests.Chat.Rendering;

/// <summary>Markup that can be read back: escapes make text longer, every kind has brackets of its own, a quote is a fence.</summary>
internal sealed class BracketMarkup : ChatMarkup
{
    public const string Fence = "```";

    public override string Render(Inline inline, AnswerBlockKind within)
    {
        string text = inline.Text.Replace("*", "\\*", StringComparison.Ordinal);
        text = inline.Kind switch
        {
            InlineKind.Strong => $"«{text}»",
            InlineKind.Mark => $"⟦{text}⟧",
            _ => text,
        };
        return inline.Link is null ? text : $"⟨{text}|{inline.Link}⟩";
    }

    public override string Wrap(AnswerBlockKind kind, string text) => kind == AnswerBlockKind.Quote ? $"{Fence}\n{text}\n{Fence}" : text;
}
