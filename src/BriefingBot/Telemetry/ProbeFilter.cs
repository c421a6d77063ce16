using System.Diagnostics;
using OpenTelemetry;

namespace BriefingBot.Telemetry;

/// <summary>Keeps the requests of container probes out of the traces: they come every few seconds and say nothing.</summary>
internal sealed class ProbeFilter : BaseProcessor<Activity>
{
    private static readonly string[] Probes = ["/healthz", "/readyz"];

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem("url.path") is string path && Probes.Contains(path, StringComparer.Ordinal))
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
