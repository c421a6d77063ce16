using System.Diagnostics;

namespace BriefingBot.TestServers.Postgres;

/// <summary>A command of this machine that runs to its end.</summary>
internal static class HostCommand
{
    /// <summary>What it wrote; it throws what the command complained of when it fails.</summary>
    public static async Task<string> RunAsync(string[] command, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? await output
                : throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}: {await output}{await errors}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
