namespace BriefingBot.Telemetry;

/// <summary>What can be exported, by the names that OpenTelemetry's variables have for it.</summary>
internal enum TelemetrySignal
{
    /// <summary>Spans.</summary>
    Traces,

    /// <summary>Measurements.</summary>
    Metrics,

    /// <summary>Log records.</summary>
    Logs,
}
