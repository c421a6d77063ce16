namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>A field of an embed, as far as it is read.</summary>
internal sealed record EmbedField
{
    public string? Name { get; init; }

    public string? Value { get; init; }
}
