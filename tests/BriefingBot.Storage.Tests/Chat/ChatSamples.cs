using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Storage.Tests.Chat;

/// <summary>Questions and answers made for tests.</summary>
internal static class ChatSamples
{
    public static ChatAddress Channel { get; } = new("discord", "guild-1", "channel-1");

    public static ChatQuestion Question(string key, DateTimeOffset asked, ChatAddress? address = null) =>
        new()
        {
            Id = new ChatQuestionId((address ?? Channel).Platform, key),
            Address = address ?? Channel,
            User = new ChatUser("user-1", IsAdmin: true),
            Text = "Who signed the treaty? \u0000 😀",
            Kind = ChatQuestionKind.Mention,
            MessageId = key,
            InReplyTo = "earlier",
            Asked = asked,
            ReplyToken = "token",
        };

    public static ChatAnswer Answer(ChatQuestion question, DateTimeOffset answered, string text = "The ministers signed it.")
    {
        ArticleHeader header = new(
            ArticleId.Parse("paper/treaty"),
            2,
            "Treaty signed",
            true,
            "The Paper",
            "A. Writer",
            PublicationDate.Parse("2024-02-23T13:25+09:00"),
            DateOrigin.Json,
            "https://paper.example/treaty",
            "default"
        )
        {
            Updated = PublicationDate.Parse("2024-02-24T08:00+09:00"),
        };
        return new ChatAnswer
        {
            Id = AnswerId.Of(question.Id),
            Question = question.Id,
            Conversation = ConversationId.Of(question),
            Address = question.Address,
            UserId = question.User.Id,
            IsPrivate = question.IsPrivate,
            QuestionText = question.Text,
            Sentences = [new VerifiedSentence(text, [1, 2], false), new VerifiedSentence("A second one.", [1], true)],
            Citations =
            [
                new Citation(1, header, new PassageId(header.Id, 2, 3), 10, 20, "0123456789"),
                new Citation(
                    2,
                    header with
                    {
                        Published = null,
                        Updated = null,
                        Outlet = null,
                        Url = null,
                    },
                    new PassageId(header.Id, 2, 4),
                    30,
                    31,
                    "x"
                ),
            ],
            Nearest = [header],
            AsOf = new DateOnly(2026, 3, 1),
            Answered = answered,
            Composer = ComposerKind.Model,
            Fallback = ModelFallback.CutOff,
            Dropped = [new DroppedSentence("It has 12 pages.", DropReason.NumberNotFound)],
            Model = new ModelUse("openai", "a-model", "answer@1", 900, 80, 0.0125m, TimeSpan.FromMilliseconds(1234.5))
            {
                FirstSentence = TimeSpan.FromMilliseconds(400),
            },
        };
    }
}
