using Xunit;

namespace BriefingBot.TestServers.Postgres;

/// <summary>What a test does on a machine without PostgreSQL: locally it is skipped, the full check fails.</summary>
public static class PostgresRequirement
{
    private const string Reason =
        "NOT CHECKED: no PostgreSQL of version 15 or later is installed (Debian: apt-get install postgresql; macOS: brew install postgresql@17).";

    /// <summary>The server's programs, or the end of the test.</summary>
    public static async Task<PostgresBinaries> RequireAsync(CancellationToken cancellationToken)
    {
        var found = await PostgresBinaries.FindAsync(cancellationToken);
        if (found is null)
        {
            Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), Reason);
            Assert.Fail(Reason);
        }

        return found;
    }
}
