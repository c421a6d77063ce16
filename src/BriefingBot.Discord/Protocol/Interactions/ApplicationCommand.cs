namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>A command as Discord keeps it.</summary>
internal sealed record ApplicationCommand
{
    public const int ChatInput = 1;
    public const int OnMessage = 3;

    /// <summary>Lower case for slash commands, any words for message commands; at most 32 characters.</summary>
    /// <summary>Given by Discord; null in what is sent.</summary>
    public Snowflake? Id { get; init; }

    public required string Name { get; init; }

    public int Type { get; init; } = ChatInput;

    /// <summary>At most 100 characters; empty for message commands.</summary>
    public string Description
    {
        get;
        init => field = value ?? "";
    } = "";

    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>Who sees it, as a decimal bit set; null: everyone.</summary>
    public string? DefaultMemberPermissions { get; init; }

    /// <summary>Where it can be called: 0 servers, 1 direct messages with the bot, 2 other direct messages.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }

    /// <summary>How it is installed: 0 in a server, 1 for a user.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }
}
