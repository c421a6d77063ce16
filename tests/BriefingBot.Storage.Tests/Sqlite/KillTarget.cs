using BriefingBot.Core.Coverage;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Storage.Tests.Sqlite;

/// <summary>
/// The child process of the kill test: saves new articles and rewrites shared ones until it is killed, one line of output a finished save.
/// </summary>
public static class KillTarget
{
    public const string Verb = "save-until-killed";
    public const int SharedArticles = 5;

    public static async Task<int> RunAsync(string path, int round)
    {
        using SqliteCoverageStore store = new(
            Options.Create(new SqliteStoreOptions { Path = path }),
            Samples.Encoder,
            TimeProvider.System,
            NullLogger<SqliteCoverageStore>.Instance
        );
        await store.OpenAsync(CancellationToken.None);
        for (int i = 0; i < 100_000; i++)
        {
            await store.SaveAsync(Samples.Indexed(Own(round, i)), CancellationToken.None);
            await store.SaveAsync(Samples.Indexed(Shared(i % SharedArticles, round, i)), CancellationToken.None);
            await Console.Out.WriteLineAsync($"{i}");
            await Console.Out.FlushAsync();
        }

        return 1;
    }

    public static Article Own(int round, int number) => Write($"own/{round}/{number}", $"own{round}x{number}");

    public static Article Shared(int which, int round, int number) => Write($"shared/{which}", $"shared{round}x{number}");

    private static Article Write(string id, string word) =>
        Samples.Article(id, $"Report of {word}", $"First, {word} was seen.", $"Then {word} was heard.", $"Last, {word} was gone.");
}
