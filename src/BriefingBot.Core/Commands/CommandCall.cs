using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Core.Commands;

/// <summary>Someone used a command, a button or a shortcut.</summary>
public sealed record CommandCall
{
    /// <summary>The same at every delivery of the same use.</summary>
    public required ChatQuestionId Id { get; init; }

    /// <summary>Where.</summary>
    public required ChatAddress Address { get; init; }

    /// <summary>Who. <see cref="ChatUser.IsAdmin"/> is checked again by the admin commands.</summary>
    public required ChatUser User { get; init; }

    /// <summary>Who shall write what the command shows: what nobody has asked for is quoted.</summary>
    public ComposerChoice Composer { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Called { get; init; }

    /// <summary>As <see cref="ChatQuestion.ReplyToken"/>.</summary>
    public string? ReplyToken { get; init; }
}
