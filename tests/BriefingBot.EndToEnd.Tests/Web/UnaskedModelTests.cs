using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Models.Scripts;

namespace BriefingBot.EndToEnd.Tests.Web;

/// <summary>A language model costs money: an address that is only opened asks none.</summary>
public sealed class UnaskedModelTests : IAsyncLifetime
{
    private const string Question = "/?q=What+did+Russia+and+North+Korea+agree+in+their+treaty";
    private readonly TemporaryFolder _folder = new();
    private FakeModel _model = null!;
    private BotServer _server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _model = await FakeModel.StartAsync(cancellationToken: Cancel);
        _model.Script = new TruthfulScript { Wording = Wording.Rephrased };
        Dictionary<string, string> environment = new()
        {
            ["BRIEFINGBOT__Model__Provider"] = "OpenAI",
            ["BRIEFINGBOT__Model__BaseUrl"] = _model.OpenAiAddress.ToString(),
            ["BRIEFINGBOT__Model__Model"] = "fake-large",
            ["BRIEFINGBOT__Model__Timeout"] = "60",
        };
        _server = await BotServer.StartAsync(environment, Cancel, "--coverage", SampleBot.Seeds, "--data", _folder["data"]);
        await _server.WaitUntilReadyAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _model.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("GET", Question, "Sec-Fetch-Site", "cross-site")]
    [InlineData("GET", Question, "Sec-Fetch-Site", "same-site")]
    [InlineData("GET", Question, "Cache-Control", "max-age=0")]
    [InlineData("GET", Question, "Cache-Control", "no-cache")]
    [InlineData("HEAD", Question, "Accept", "text/html")]
    [InlineData("GET", "/?q=And+when+was+that&h=What+did+Russia+and+North+Korea+agree+in+their+treaty", "Sec-Fetch-Site", "cross-site")]
    [InlineData("GET", "/stream?q=What+did+Russia+and+North+Korea+agree+in+their+treaty", "Sec-Fetch-Site", "cross-site")]
    [InlineData("GET", "/latest", "Sec-Fetch-Site", "cross-site")]
    [InlineData("GET", "/latest?topic=treaty", "Cache-Control", "max-age=0")]
    [InlineData("GET", "/api/latest?topic=treaty", "Sec-Fetch-Site", "cross-site")]
    public async Task A_link_of_another_site_a_reload_and_a_head_ask_no_model(string method, string address, string header, string value)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await _server.Client.SendAsync(request, Cancel);
        await response.Content.ReadAsStringAsync(Cancel);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Empty(_model.Record.Exchanges);
    }

    [Fact]
    public async Task A_question_that_is_asked_asks_the_model()
    {
        await _server.Client.GetStringAsync(new Uri(Question, UriKind.Relative), Cancel);

        Assert.NotEmpty(_model.Record.Exchanges);
    }
}
