using System.Text.RegularExpressions;
using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Models.Scripts;

namespace BriefingBot.EndToEnd.Tests.Web;

/// <summary>A language model costs money: an address that is only opened asks none.</summary>
public sealed partial class UnaskedModelTests : IAsyncLifetime
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

    [Fact]
    public async Task A_kept_answer_is_the_models_own_and_opening_it_asks_no_model()
    {
        string asked = await _server.Client.GetStringAsync(new Uri(Question, UriKind.Relative), Cancel);
        string address = KeptAddress().Match(asked).Groups[1].Value;
        using var response = await _server.Client.PostAsync(new Uri(address + "/keep", UriKind.Relative), null, Cancel);
        int exchanges = _model.Record.Exchanges.Count;

        string kept = await _server.Client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel);

        Assert.Equal(exchanges, _model.Record.Exchanges.Count);
        Assert.Equal(Said().Matches(asked).Select(said => said.Value), Said().Matches(kept).Select(said => said.Value));
        Assert.NotEmpty(Said().Matches(kept));
    }

    [GeneratedRegex("action=\"(/answers/[0-9a-f]{32})/keep\"", RegexOptions.None, 1000)]
    private static partial Regex KeptAddress();

    [GeneratedRegex("<p class=\"text\">.*?</p>", RegexOptions.Singleline, 1000)]
    private static partial Regex Said();
}
