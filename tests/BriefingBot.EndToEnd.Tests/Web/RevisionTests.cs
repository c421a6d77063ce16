using System.Net;
using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Web;

/// <summary>A link of a citation stays right after its article changed or went.</summary>
public sealed class RevisionTests
{
    private const string First =
        "Council opens bridge\n\nMay 2, 2024\n\nThe city council opened the new bridge over the river on Thursday.\n";
    private const string Second =
        "Council opens bridge\n\nMay 2, 2024\n\nThe city council opened the new bridge over the river on Friday, not on Thursday.\n";
    private const string Other =
        "Library closes early\n\nMay 3, 2024\n\nThe city library will close at noon on Saturday because of repairs.\n";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_old_revision_and_a_withdrawn_article_say_so()
    {
        using TemporaryFolder folder = new();
        string[] where = ["--coverage", folder["news"], "--data", folder["data"]];
        folder.Write("news/bridge.txt", First);
        folder.Write("news/library.txt", Other);
        await BotProcess.RunAsync(["index", .. where]);
        folder.Write("news/bridge.txt", Second);
        File.Delete(folder["news/library.txt"]);
        await using var server = await BotServer.StartAsync(CancellationToken, where);
        await server.WaitUntilReadyAsync(CancellationToken);

        string old = await GetAsync("/articles/bridge?revision=1");
        string current = await GetAsync("/articles/bridge");
        string withdrawn = await GetAsync("/articles/library?revision=1");
        using var never = await server.Client.GetAsync(new Uri("/articles/bridge?revision=7", UriKind.Relative), CancellationToken);

        Assert.Contains("This is revision 1", old, StringComparison.Ordinal);
        Assert.Contains("on Thursday.", old, StringComparison.Ordinal);
        Assert.DoesNotContain("This is revision", current, StringComparison.Ordinal);
        Assert.Contains("on Friday", current, StringComparison.Ordinal);
        Assert.Contains("withdrawn", withdrawn, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);

        string changes = await GetAsync("/changes/bridge?from=1&to=2");
        using var none = await server.Client.GetAsync(new Uri("/changes/bridge?from=1&to=7", UriKind.Relative), CancellationToken);
        Assert.Contains("/changes/bridge?from=1&amp;to=2", old, StringComparison.Ordinal);
        Assert.Contains("<ins>Friday, not on </ins>Thursday.", changes, StringComparison.Ordinal);
        Assert.Contains("Council opens bridge", changes, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Contains("None so far", await GetAsync("/corrections"), StringComparison.Ordinal);

        Task<string> GetAsync(string address) => server.Client.GetStringAsync(new Uri(address, UriKind.Relative), CancellationToken);
    }
}
