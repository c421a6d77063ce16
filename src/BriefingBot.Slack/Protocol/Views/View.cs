using BriefingBot.Slack.Protocol.Blocks;

namespace BriefingBot.Slack.Protocol.Views;

/// <summary>A home tab or a modal. At most 100 blocks.</summary>
internal sealed record View
{
    /// <summary><c>home</c> or <c>modal</c>.</summary>
    public required string Type { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>At most 255 characters.</summary>
    public string? CallbackId { get; init; }

    /// <summary>At most 3,000 characters; comes back in interactions.</summary>
    public string? PrivateMetadata { get; init; }

    /// <summary>For modals: plain, at most 24 characters.</summary>
    public TextObject? Title { get; init; }

    /// <summary>For modals with inputs: plain, at most 24 characters.</summary>
    public TextObject? Submit { get; init; }

    public TextObject? Close { get; init; }

    /// <summary>A home tab.</summary>
    public static View Home(IReadOnlyList<Block> blocks) => new() { Type = "home", Blocks = blocks };

    /// <summary>A modal.</summary>
    public static View Modal(string title, IReadOnlyList<Block> blocks) =>
        new()
        {
            Type = "modal",
            Title = TextObject.Plain(title),
            Blocks = blocks,
        };
}
