using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.TestServers.Models;
using BriefingBot.TestServers.Models.Faults;
using BriefingBot.TestServers.Models.Scripts;

namespace BriefingBot.EndToEnd.Tests.Cli;

public sealed class ModelSettingsTests
{
    private const string Key = "key-that-nobody-may-see";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{ "Model": { "Provider": "OpenAI" } }""", "Model:Model is empty")]
    [InlineData("""{ "Model": { "Provider": "OpenAI", "Model": "m" } }""", "set OPENAI_API_KEY")]
    [InlineData("""{ "Model": { "Provider": "Anthropic", "Model": "m", "BaseUrl": "localhost" } }""", "Model:BaseUrl is 'localhost'")]
    [InlineData("""{ "Model": { "Provider": "Oracle" } }""", "Model:Provider")]
    [InlineData("""{ "Model": { "Modell": "m" } }""", "'Modell'")]
    [InlineData("""{ "Model": { "Timeout": 0 } }""", "Model:Timeout is 0")]
    [InlineData("""{ "Model": { "Prices": { "llama3.1:8b": { "Input": "free" } } } }""", "Model:Prices:llama3.1:8b:Input is 'free'")]
    [InlineData("""{ "Model": { "Prices": { "m": 3 } } }""", "Model:Prices:m is not a price")]
    [InlineData(
        """{ "Encoder": { "Provider": "OpenAI", "Model": "own", "BaseUrl": "http://127.0.0.1:1/v1" } }""",
        "Encoder:Dimensions is not set"
    )]
    [InlineData("""{ "Encoder": { "Dimension": 5 } }""", "'Dimension'")]
    public async Task A_wrong_setting_is_named_and_ends_with_2(string settings, string said)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("settings.json", settings);

        var result = await BotProcess.RunInAsync(folder.Path, "index", "--config", file);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prices_of_models_with_colons_in_their_names_are_read()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write(
            "settings.json",
            """{ "Model": { "Prices": { "llama3.1:8b": { "Input": 0.1, "Output": 2 }, "m": { "Input": 0 } } } }"""
        );

        var result = await BotProcess.RunInAsync(
            folder.Path,
            "ask",
            "Who did Foreign Minister Cho speak with by phone?",
            "--json",
            "--config",
            file,
            "--coverage",
            SampleBot.Seeds
        );

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("BRIEFINGBOT_MODEL_API_KEY", "ok", "began to answer after")]
    [InlineData("OPENAI_API_KEY", "fail", "requires a key (401)")]
    public async Task A_key_of_the_environment_goes_to_the_configured_server_but_not_one_that_is_meant_for_another(
        string variable,
        string status,
        string said
    )
    {
        await using var model = await FakeModel.StartAsync(new FakeModelOptions { ApiKey = Key }, Cancel);

        var (found, detail, everything) = await DoctorAsync(model, new Dictionary<string, string> { [variable] = Key });

        Assert.Equal(status, found);
        Assert.Contains(said, detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_tells_the_model_how_long_it_took_and_what_the_probe_cost()
    {
        await using var model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Script = new FixedScript("OK and much more than anybody wanted to know about it, on and on and on and on and on");

        var (status, detail, _) = await DoctorAsync(model, []);

        Assert.Equal("ok", status);
        Assert.Matches(
            @"^'fake-writer' at 127\.0\.0\.1:\d+ began to answer after \d+ ms \(the probe took \d+ tokens read and 16 written\)\.$",
            detail
        );
    }

    [Theory]
    [InlineData(ModelFaultKind.RateLimit, "limits the rate")]
    [InlineData(ModelFaultKind.HtmlPage, "web page")]
    [InlineData(ModelFaultKind.NeverBegins, "did not")]
    public async Task The_doctor_says_what_is_wrong_with_the_model_and_what_to_do(ModelFaultKind kind, string said)
    {
        await using var model = await FakeModel.StartAsync(cancellationToken: Cancel);
        model.Faults.Add(kind);

        var (status, detail, everything) = await DoctorAsync(
            model,
            kind == ModelFaultKind.NeverBegins ? new() { ["BRIEFINGBOT__Model__Timeout"] = "1" } : []
        );

        Assert.Equal("fail", status);
        Assert.Contains(said, detail, StringComparison.Ordinal);
        Assert.Contains("docs/models.md", everything, StringComparison.Ordinal);
    }

    private static async Task<(string? Status, string? Detail, string Everything)> DoctorAsync(
        FakeModel model,
        Dictionary<string, string> environment
    )
    {
        using TemporaryFolder folder = new();
        Dictionary<string, string> settings = new(environment)
        {
            ["BRIEFINGBOT__Model__Provider"] = "OpenAI",
            ["BRIEFINGBOT__Model__BaseUrl"] = model.OpenAiAddress.ToString(),
            ["BRIEFINGBOT__Model__Model"] = "fake-writer",
        };
        var result = await BotProcess.RunInAsync(
            folder.Path,
            settings,
            "doctor",
            "--json",
            "--urls",
            "http://127.0.0.1:0",
            "--coverage",
            SampleBot.Seeds
        );
        var check = result
            .Json.GetProperty("checks")
            .EnumerateArray()
            .Single(static check => check.GetProperty("name").GetString() == "model");
        return (check.GetProperty("status").GetString(), check.GetProperty("detail").GetString(), result.Output + result.Error);
    }
}
