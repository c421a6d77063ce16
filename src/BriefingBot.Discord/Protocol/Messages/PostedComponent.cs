namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>A component of somebody's message, as far as it is read.</summary>
internal sealed record PostedComponent
{
    public int Type { get; init; }

    /// <summary>The Markdown of a text display.</summary>
    public string? Content { get; init; }

    public IReadOnlyList<PostedComponent>? Components
    {
        get;
        init => field = value?.Present();
    }

    /// <summary>The texts of it and what it holds, in reading order.</summary>
    public IEnumerable<string> Texts()
    {
        var inside = (Components ?? []).SelectMany(static part => part.Texts());
        return Type == TextDisplay.Number && Content is { } text ? inside.Prepend(text) : inside;
    }
}
