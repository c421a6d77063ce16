using System.Diagnostics;
using OpenTelemetry;

namespace BriefingBot.Telemetry;

/// <summary>
/// Cuts the addresses of requests to others down to their host: the paths of chat platforms hold keys, and those of feeds may.
/// </summary>
internal sealed class AddressRedaction : BaseProcessor<Activity>
{
    private const string Address = "url.full";

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem(Address) is string full)
        {
            data.SetTag(Address, Uri.TryCreate(full, UriKind.Absolute, out var address) ? address.GetLeftPart(UriPartial.Authority) : "");
        }
    }
}
