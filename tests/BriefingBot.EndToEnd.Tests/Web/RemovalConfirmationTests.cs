using System.Net;
using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Web;

/// <summary>A removal that was held back is confirmed on the status page, by the newsroom and by nobody else's page.</summary>
public sealed partial class RemovalConfirmationTests : IDisposable
{
    private static readonly Uri Status = new("/status", UriKind.Relative);
    private static readonly Uri Removal = new("/status/removal", UriKind.Relative);
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_held_back_at_the_start_goes_when_the_status_page_confirms_it()
    {
        string[] where = ["--coverage", _folder["news"], "--data", _folder["data"]];
        Write(30);
        await BotProcess.RunAsync(["index", .. where]);
        Write(12);
        await using var server = await BotServer.StartAsync(CancellationToken, where);
        await server.WaitUntilReadyAsync(CancellationToken);
        string before = await server.Client.GetStringAsync(Status, CancellationToken);
        string mark = MarkField().Match(before).Groups[1].Value;
        Assert.Contains("18 of the 30 of wire.jsonl", before, StringComparison.Ordinal);

        using var wrong = await SendAsync(server, "0123456789abcdef", null);
        using var malformed = await SendAsync(server, "everything", null);
        using var foreign = await SendAsync(server, mark, "cross-site");
        string between = await server.Client.GetStringAsync(Status, CancellationToken);
        using var confirmed = await SendAsync(server, mark, "same-origin");

        Assert.Equal(HttpStatusCode.BadRequest, malformed.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Contains("18 of the 30 of wire.jsonl", between, StringComparison.Ordinal);
        Assert.Equal("/status", confirmed.RequestMessage!.RequestUri!.AbsolutePath);
        string after = await confirmed.Content.ReadAsStringAsync(CancellationToken);
        Assert.Contains("18 removed", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Remove what is gone", after, StringComparison.Ordinal);
    }

    private void Write(int articles) =>
        _folder.Write(
            "news/wire.jsonl",
            string.Concat(
                Enumerable
                    .Range(0, articles)
                    .Select(i => $"{{\"id\":\"n{i}\",\"text\":\"Story number {i} is told here in one sentence of some length.\"}}\n")
            )
        );

    private static async Task<HttpResponseMessage> SendAsync(BotServer server, string mark, string? site)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Removal) { Content = new FormUrlEncodedContent([new("mark", mark)]) };
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return await server.Client.SendAsync(request, CancellationToken);
    }

    [GeneratedRegex("name=\"mark\" value=\"([0-9a-f]{16})\"", RegexOptions.None, 1000)]
    private static partial Regex MarkField();
}
