namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>An option of a command.</summary>
internal sealed record CommandOption
{
    public const int SubCommand = 1;
    public const int Text = 3;
    public const int Integer = 4;
    public const int Boolean = 5;
    public const int User = 6;

    public required int Type { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public bool? Required { get; init; }

    public IReadOnlyList<CommandChoice>? Choices { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>The bot is asked for choices while it is typed.</summary>
    public bool? Autocomplete { get; init; }

    public int? MinValue { get; init; }

    public int? MaxValue { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }
}
