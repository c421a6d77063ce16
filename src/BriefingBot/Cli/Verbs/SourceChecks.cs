using BriefingBot.Cli.Output;
using BriefingBot.Configuration;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Cli.Verbs;

/// <summary>Checks a source from the command line.</summary>
internal static class SourceChecks
{
    /// <summary>Opens the store and checks the source now; what it came to goes to standard error.</summary>
    /// <returns>Where its articles lie.</returns>
    /// <exception cref="UsageException">There is no such source.</exception>
    public static async Task<string> RunAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<ICoverageStore>().OpenAsync(cancellationToken);
        var catalog = services.GetRequiredService<SourceCatalog>();
        var entry = await FindAsync(catalog, name, cancellationToken);
        if (entry.Source.IsFetched)
        {
            if (await services.GetRequiredService<SourceChecker>().CheckAsync(entry, force: true, cancellationToken) is { } check)
            {
                Write(check);
            }
            else
            {
                Terminal.WriteWarning($"{Busy(entry)} What it has fetched so far is indexed.");
            }
        }

        return catalog.PathOf(entry.Source);
    }

    /// <summary>Says that somebody else is at it.</summary>
    public static string Busy(SourceEntry entry) => $"'{entry.Source.Name}' is being checked by another process; it was left alone.";

    /// <summary>The source of that name.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static async Task<SourceEntry> FindAsync(SourceCatalog catalog, string name, CancellationToken cancellationToken)
    {
        if (SourceName.TryParse(name, out var parsed) && await catalog.FindAsync(parsed, cancellationToken) is { } entry)
        {
            return entry;
        }

        var known = await catalog.ListAsync(cancellationToken);
        throw new UsageException(
            $"there is no source '{name}'; there are: {string.Join(", ", known.Select(static one => one.Source.Name.Value))}."
        );
    }

    /// <summary>Shows what a check came to, on standard error.</summary>
    public static void Write(SourceCheck check)
    {
        if (check.Error is not null)
        {
            Terminal.WriteWarning(check.ToString());
            return;
        }

        Console.Error.WriteLine(check.ToString());
        foreach (string failure in check.Failures)
        {
            Console.Error.WriteLine($"  failed: {failure}");
        }
    }
}
