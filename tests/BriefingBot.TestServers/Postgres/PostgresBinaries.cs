using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Postgres;

/// <summary>The programs of a PostgreSQL that is installed on this machine.</summary>
/// <param name="Folder">Where <c>initdb</c> and <c>postgres</c> are.</param>
/// <param name="MajorVersion">15 or later.</param>
public sealed partial record PostgresBinaries(string Folder, int MajorVersion)
{
    private const int OldestVersion = 15;
    private const string Server = "postgres";
    private const string Maker = "initdb";

    // The newest folder of a kind comes first: by number, for "9.6" is older than "15".
    private static readonly (string Root, string Pattern, string Bin)[] Places =
    [
        ("/usr/lib/postgresql", "*", "bin"),
        ("/opt/homebrew/opt", "postgresql*", "bin"),
        ("/usr/local/opt", "postgresql*", "bin"),
        ("/usr/local", "pgsql", "bin"),
    ];

    internal string ServerPath => Path.Combine(Folder, Server);

    internal string MakerPath => Path.Combine(Folder, Maker);

    /// <summary>The first of version 15 or later: on the PATH, then where packages put it; null when there is none.</summary>
    public static async Task<PostgresBinaries?> FindAsync(CancellationToken cancellationToken)
    {
        foreach (string folder in Folders())
        {
            if (
                File.Exists(Path.Combine(folder, Server))
                && File.Exists(Path.Combine(folder, Maker))
                && await ReadVersionAsync(folder, cancellationToken) is { } version and >= OldestVersion
            )
            {
                return new PostgresBinaries(folder, version);
            }
        }

        return null;
    }

    private static IEnumerable<string> Folders()
    {
        // On Windows neither the signals nor the watch over the server exist.
        if (OperatingSystem.IsWindows())
        {
            return [];
        }

        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(static folder => Path.Combine(folder, Server))
            .Where(File.Exists)
            .Select(static file => Path.GetDirectoryName(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file)!);
        var installed = Places
            .Where(static place => Directory.Exists(place.Root))
            .SelectMany(static place =>
                Directory
                    .EnumerateDirectories(place.Root, place.Pattern)
                    .OrderByDescending(Number)
                    .Select(folder => Path.Combine(folder, place.Bin))
            );
        return onPath.Concat(installed).Distinct(StringComparer.Ordinal);
    }

    private static int Number(string folder) =>
        int.TryParse(LastNumber().Match(Path.GetFileName(folder)).Value, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static async Task<int?> ReadVersionAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", "postgres (PostgreSQL) 18beta1"
            string output = await HostCommand.RunAsync([Path.Combine(folder, Server), "--version"], cancellationToken);
            return VersionNumber().Match(output) is { Success: true } match
                ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)
                : null;
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex("[0-9]+$", RegexOptions.ExplicitCapture)]
    private static partial Regex LastNumber();

    [GeneratedRegex(@"(?<=\(PostgreSQL\) )[0-9]+", RegexOptions.ExplicitCapture)]
    private static partial Regex VersionNumber();
}
