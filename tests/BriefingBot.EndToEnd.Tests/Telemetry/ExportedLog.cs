namespace BriefingBot.EndToEnd.Tests.Telemetry;

/// <summary>A log record as it arrived.</summary>
public sealed record ExportedLog(string Service, string Severity, string Body);
