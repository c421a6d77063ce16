using BriefingBot.Configuration;
using BriefingBot.Storage;
using Microsoft.Extensions.Options;

namespace BriefingBot.Cli.Verbs;

/// <summary>What only a store in a file of its own can do.</summary>
internal static class OwnFile
{
    /// <summary>Refuses where a server keeps the store, and says what its own tools do.</summary>
    /// <exception cref="UsageException">The store is in PostgreSQL.</exception>
    public static void Require(IServiceProvider services, string verb)
    {
        if (services.GetRequiredService<IOptions<StorageOptions>>().Value.Provider == StorageProvider.Postgres)
        {
            throw new UsageException(
                $"'{verb}' is for a store in a file, and this one is in PostgreSQL, whose own tools do it while the bot runs: "
                    + "'pg_dump -Fc -f FILE DATABASE' takes a backup and 'pg_restore -d DATABASE FILE' puts it into an empty database "
                    + "(docs/operations.md); copy the folder of fetched articles along with it."
            );
        }
    }
}
