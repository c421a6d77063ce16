namespace BriefingBot.EndToEnd.Tests.Telemetry;

/// <summary>A span as it arrived.</summary>
public sealed record ExportedSpan(
    string Service,
    string Trace,
    string Id,
    string Parent,
    string Name,
    IReadOnlyDictionary<string, string> Attributes
);
