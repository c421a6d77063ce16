using BriefingBot.Web.Api;
using BriefingBot.Web.Hosting;

namespace BriefingBot.Diagnosis;

/// <summary>How does it stand with the chat platforms of a bot that runs at the console's address?</summary>
internal static class RunningPlatformsCheck
{
    private const string Name = "running platforms";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <summary>Asks it; nothing is found where none runs.</summary>
    public static async Task<IReadOnlyList<DoctorFinding>> RunAsync(string address, CancellationToken cancellationToken)
    {
        using HttpClient client = new() { Timeout = Timeout };
        try
        {
            string ready = await client.GetStringAsync(new Uri(ListenAddress.Parse(address).Local, "/readyz"), cancellationToken);
            string[] lines = ready.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return lines is ["ready", .. var rest]
                ? [.. rest.Where(static line => !line.StartsWith(ProbeEndpoints.Indexing, StringComparison.Ordinal)).Select(Read)]
                : [];
        }
        catch (Exception exception)
            when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return [];
        }
    }

    /// <summary>A line of the probe: <c>slack: stopped since ...; last error ...: what to do</c>.</summary>
    private static DoctorFinding Read(string line)
    {
        string state = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].TrimStart();
        return state switch
        {
            _ when state.StartsWith("stopped", StringComparison.Ordinal) => DoctorFinding.Fail(
                Name,
                line,
                "Do what its last error says; a token that is replaced in its file is picked up without a restart."
            ),
            _ when state.StartsWith("connecting", StringComparison.Ordinal) => DoctorFinding.Warn(
                Name,
                line,
                "The bot keeps retrying; check the network if this does not pass."
            ),
            _ => DoctorFinding.Ok(Name, line),
        };
    }
}
