using System.Diagnostics;
using System.Globalization;

namespace BriefingBot.TestServers.Postgres;

/// <summary>A process with its children, which are to end at one blow.</summary>
internal static class ProcessFamily
{
    private const string Processes = "/proc";

    /// <summary>
    /// Kills the children first, with the parent held: a child that sees its parent die tells its clients so, which a machine that fails
    /// does not.
    /// </summary>
    public static async Task KillAsync(Process parent, CancellationToken cancellationToken)
    {
        if (Directory.Exists(Processes))
        {
            string id = parent.Id.ToString(CultureInfo.InvariantCulture);
            await HostCommand.RunAsync(["kill", "-STOP", id], cancellationToken);
            foreach (int child in ChildrenOf(id))
            {
                using var process = Find(child);
                process?.Kill();
            }
        }

        parent.Kill(entireProcessTree: true);
    }

    private static IEnumerable<int> ChildrenOf(string parent)
    {
        foreach (string folder in Directory.EnumerateDirectories(Processes))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) && ReadParent(folder) == parent)
            {
                yield return id;
            }
        }
    }

    private static string? ReadParent(string folder)
    {
        try
        {
            // "7156 (postgres) S 7153 ...", where the name may hold anything.
            string text = File.ReadAllText(Path.Combine(folder, "stat"));
            return text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return null;
        }
    }

    private static Process? Find(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
