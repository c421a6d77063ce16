using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace BriefingBot.TestServers.Node;

/// <summary>
/// A folder with a <c>package-lock.json</c>. Locally a machine without Node.js may leave out what needs it: the calling test is skipped.
/// The full check may not.
/// </summary>
public static class NpmFolder
{
    private static readonly SemaphoreSlim Installing = new(1, 1);

    /// <summary>True in the full check.</summary>
    public static bool IsRequired { get; } =
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Installs what the lock file names, once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="purpose">What is not done without it, for the message of a test that is skipped.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task InstallAsync(string folder, string purpose, CancellationToken cancellationToken)
    {
        string installed = Path.Combine(folder, "installed.txt");
        string wanted = await File.ReadAllTextAsync(Path.Combine(folder, "package-lock.json"), cancellationToken);
        await Installing.WaitAsync(cancellationToken);
        try
        {
            if (!File.Exists(installed) || await File.ReadAllTextAsync(installed, cancellationToken) != wanted)
            {
                (int code, string output) = await RunNpmAsync(folder, cancellationToken);
                if (code != 0 && !IsRequired)
                {
                    Assert.Skip($"{purpose}: npm ci failed (Node.js 20 or later is needed). {output}");
                }

                Assert.True(code == 0, $"npm ci failed: {output}");
                await File.WriteAllTextAsync(installed, wanted, cancellationToken);
            }
        }
        finally
        {
            Installing.Release();
        }
    }

    /// <summary>Starts node.</summary>
    /// <param name="start">What is started.</param>
    /// <param name="purpose">What is not done without it, for the message of a test that is skipped.</param>
    public static Process Start(ProcessStartInfo start, string purpose)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception) when (!IsRequired)
        {
            Assert.Skip($"{purpose}: node could not be started (Node.js 20 or later is needed). {exception.Message}");
            throw;
        }
    }

    private static async Task<(int Code, string Output)> RunNpmAsync(string folder, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", "/c npm ci") : new ProcessStartInfo("npm", "ci");
        foreach (string option in (ReadOnlySpan<string>)["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            start.Arguments += $" {option}";
        }

        start.WorkingDirectory = folder;
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        start.UseShellExecute = false;
        try
        {
            using Process npm = Process.Start(start)!;
            Task<string> output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
            string errors = await npm.StandardError.ReadToEndAsync(cancellationToken);
            await npm.WaitForExitAsync(cancellationToken);
            return (npm.ExitCode, await output + errors);
        }
        catch (Win32Exception exception)
        {
            return (-1, exception.Message);
        }
    }
}
