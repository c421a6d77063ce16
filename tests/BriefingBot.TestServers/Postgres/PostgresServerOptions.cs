namespace BriefingBot.TestServers.Postgres;

/// <summary>How a server of a test's own differs from the usual one.</summary>
public sealed record PostgresServerOptions
{
    /// <summary>Its port; null for a free one.</summary>
    public int? Port { get; init; }

    /// <summary>Settings as in <c>postgresql.conf</c>, on top of those of <see cref="PostgresServer"/>: <c>["fsync"] = "off"</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
