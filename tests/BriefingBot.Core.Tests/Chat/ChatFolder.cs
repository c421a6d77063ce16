using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Core.Tests.Chat;

/// <summary>A folder with a small coverage and the file of a store; goes with the test.</summary>
internal sealed class ChatFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("briefingbot-chat-").FullName;

    public ChatFolder()
    {
        Directory.CreateDirectory(Coverage);
        Write(
            "treaty",
            "Ministers sign fishing treaty",
            "June 21, 2024",
            "Foreign Minister Anna Berg signed the fishing treaty in Oslo on Friday.",
            "The treaty limits cod catches to 40,000 tons a year."
        );
        Write(
            "bridge",
            "Harbor bridge closes for repairs",
            "July 2, 2024",
            "The harbor bridge in Bergen closes for repairs until September, the city said.",
            "Ferries replace the bridge during the works."
        );
    }

    public string Coverage => Path.Combine(_path, "coverage");

    public string Store => Path.Combine(_path, "store.sqlite");

    public void Write(string name, string title, string date, params string[] paragraphs) =>
        File.WriteAllText(Path.Combine(Coverage, name + ".txt"), string.Join("\n\n", [title, date, .. paragraphs]));

    public static ChatQuestion Question(
        string key,
        string text,
        ChatQuestionKind kind = ChatQuestionKind.Mention,
        string? thread = null,
        DateTimeOffset? asked = null
    ) =>
        new()
        {
            Id = new ChatQuestionId("discord", key),
            Address = new ChatAddress("discord", "guild", "channel", thread),
            User = new ChatUser("user"),
            Text = text,
            Kind = kind,
            MessageId = key,
            Asked = asked ?? TimeProvider.System.GetUtcNow(),
            ReplyToken = "secret-token",
        };

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
