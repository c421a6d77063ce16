using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace BriefingBot.EndToEnd.Tests.Bot;

/// <summary>Starts the real bot as a child process.</summary>
public static class BotProcess
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "BriefingBot.dll");
    private static readonly Dictionary<string, string> NoEnvironment = [];

    /// <summary>Runs it to its end.</summary>
    public static Task<BotResult> RunAsync(params string[] arguments) => RunAsync([], AppContext.BaseDirectory, NoEnvironment, arguments);

    /// <summary>Runs it to its end behind a command such as setpriv.</summary>
    public static Task<BotResult> RunAsAsync(string[] prefix, params string[] arguments) =>
        RunAsync(prefix, AppContext.BaseDirectory, NoEnvironment, arguments);

    /// <summary>Runs it to its end in a folder.</summary>
    public static Task<BotResult> RunInAsync(string folder, params string[] arguments) => RunAsync([], folder, NoEnvironment, arguments);

    /// <summary>Runs it to its end in a folder, with an environment on top.</summary>
    public static Task<BotResult> RunInAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync([], folder, environment, arguments);

    /// <summary>Starts it with redirected output; the caller ends it.</summary>
    public static Process Start(params string[] arguments) => Start([], AppContext.BaseDirectory, NoEnvironment, arguments);

    /// <summary>Starts it with redirected output and an environment on top; the caller ends it.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start([], AppContext.BaseDirectory, environment, arguments);

    /// <summary>Sends SIGTERM, as a container runtime does.</summary>
    public static async Task TerminateAsync(Process process, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    private static async Task<BotResult> RunAsync(
        string[] prefix,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        string[] arguments
    )
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = Start(prefix, folder, environment, arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new BotResult(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(string[] prefix, string folder, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        string[] command = [.. prefix, "dotnet", Assembly, .. arguments];
        ProcessStartInfo start = new(command[0], command[1..])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string name in start.Environment.Keys.Where(IsOfTheBot).ToList())
        {
            start.Environment.Remove(name);
        }

        // A test that changes the coverage says itself when it is read.
        start.Environment["BRIEFINGBOT__Coverage__Watch"] = "false";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Whatever is set on the machine that runs the tests must not change what they see.</summary>
    private static bool IsOfTheBot(string name) =>
        name.StartsWith("BRIEFINGBOT_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("OTEL_", StringComparison.Ordinal)
        || name is "DISCORD_TOKEN" or "Discord__Token" or "OPENAI_API_KEY" or "AZURE_OPENAI_API_KEY" or "ANTHROPIC_API_KEY";
}
