namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>MESSAGE_DELETE and MESSAGE_DELETE_BULK: which messages are gone.</summary>
internal sealed record DeletedMessages
{
    public Snowflake? Id { get; init; }

    public IReadOnlyList<Snowflake>? Ids { get; init; }

    /// <summary>All of them.</summary>
    public IEnumerable<Snowflake> All => Id is { } id ? [id] : Ids ?? [];
}
