using System.Net;
using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Web;

/// <summary>A link to an answer shows it as it was given, whatever became of the coverage.</summary>
public sealed partial class KeptAnswerTests : IDisposable
{
    private const string Asked = "/?q=When+did+the+council+open+the+new+bridge+over+the+river";
    private const string First =
        "Council opens bridge\n\nMay 2, 2024\n\nThe city council opened the new bridge over the river on Thursday.\n\nIt cost ten million.\n";
    private const string Second =
        "Council opens bridge\n\nMay 2, 2024\n\nThe city council opened the new bridge over the river on Friday.\n\nIt cost ten million.\n";
    private const string Longer =
        "Council opens bridge\n\nMay 2, 2024\n\nThe city council opened the new bridge over the river on Thursday.\n\nIt cost twelve million.\n";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string[] Where => ["--coverage", _folder["news"], "--data", _folder["data"]];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_kept_answer_stays_as_it_was_given_and_says_what_became_of_its_source()
    {
        _folder.Write("news/bridge.txt", First);
        _folder.Write("news/library.txt", "Library closes\n\nMay 3, 2024\n\nThe library closes at noon on Saturday.\n");
        string kept;
        await using (var server = await StartAsync())
        {
            kept = await KeepAsync(server);
            string page = await GetAsync(server, kept);

            Assert.Contains("on Thursday", page, StringComparison.Ordinal);
            Assert.Contains("as it was given on", page, StringComparison.Ordinal);
            Assert.Contains(new Uri(server.Address, kept).ToString(), page, StringComparison.Ordinal);
            Assert.DoesNotContain("changed since", page, StringComparison.Ordinal);
        }

        await AssertSaysAsync(Longer, "changed since, not where it is quoted", hasWarning: false);
        await AssertSaysAsync(Second, "changed since where it is quoted", hasWarning: true);
        await AssertSaysAsync(
            First + "\nCorrection: An earlier version gave a wrong cost.\n",
            "carries a correction since",
            hasWarning: true
        );
        await AssertSaysAsync(null, "withdrawn since", hasWarning: true);

        async Task AssertSaysAsync(string? text, string state, bool hasWarning)
        {
            if (text is null)
            {
                File.Delete(_folder["news/bridge.txt"]);
            }
            else
            {
                _folder.Write("news/bridge.txt", text);
            }

            await BotProcess.RunAsync(["index", .. Where]);
            await using var server = await StartAsync();
            string page = await GetAsync(server, kept);
            Assert.Contains("on Thursday", page, StringComparison.Ordinal);
            Assert.Contains(state, page, StringComparison.Ordinal);
            Assert.Equal(hasWarning, page.Contains("Ask again before you rely on this answer", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Only_who_asks_here_keeps_and_removes_an_answer()
    {
        _folder.Write("news/bridge.txt", First);
        await using var server = await StartAsync();
        string atHand = AtHand().Match(await GetAsync(server, Asked)).Groups[1].Value;

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(server, HttpMethod.Get, atHand));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(server, HttpMethod.Post, atHand + "/keep", "cross-site"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(server, HttpMethod.Get, atHand));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, HttpMethod.Post, atHand + "/keep"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, HttpMethod.Get, atHand));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(server, HttpMethod.Post, atHand + "/remove", "cross-site"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, HttpMethod.Post, atHand + "/remove"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(server, HttpMethod.Get, atHand));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(server, HttpMethod.Post, atHand + "/keep"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(server, HttpMethod.Get, "/answers/nothing"));
    }

    [Fact]
    public async Task An_address_that_is_only_opened_puts_no_answer_at_hand()
    {
        _folder.Write("news/bridge.txt", First);
        await using var server = await StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(Asked, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "cross-site");
        using var response = await server.Client.SendAsync(request, Cancel);

        Assert.DoesNotMatch(AtHand(), await response.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<BotServer> StartAsync()
    {
        var server = await BotServer.StartAsync(Cancel, Where);
        await server.WaitUntilReadyAsync(Cancel);
        return server;
    }

    private static async Task<string> KeepAsync(BotServer server)
    {
        string address = AtHand().Match(await GetAsync(server, Asked)).Groups[1].Value;
        using var response = await server.Client.PostAsync(new Uri(address + "/keep", UriKind.Relative), null, Cancel);
        Assert.Equal(address, response.RequestMessage!.RequestUri!.AbsolutePath);
        return address;
    }

    private static Task<string> GetAsync(BotServer server, string address) =>
        server.Client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel);

    private static async Task<HttpStatusCode> StatusAsync(BotServer server, HttpMethod method, string address, string? site = null)
    {
        using HttpRequestMessage request = new(method, new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site ?? "same-origin");
        using var response = await server.Client.SendAsync(request, Cancel);
        return response.StatusCode;
    }

    [GeneratedRegex("action=\"(/answers/[0-9a-f]{32})/keep\"", RegexOptions.None, 1000)]
    private static partial Regex AtHand();
}
