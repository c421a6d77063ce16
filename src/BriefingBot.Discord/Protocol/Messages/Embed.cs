namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>A rich embed, as far as it is read or sent.</summary>
internal sealed record Embed
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public int? Color { get; init; }

    public IReadOnlyList<EmbedField>? Fields
    {
        get;
        init => field = value?.Present();
    }
}
