using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.Inference.Encoders;
using BriefingBot.TestServers.Models;

namespace BriefingBot.EndToEnd.Tests.Cli;

public sealed class ServerEncoderTests
{
    private const string Question = "Who did Foreign Minister Cho Tae-yul speak with by phone?";
    private const string ActiveSet = "SELECT group_concat(encoder || ' ' || dimensions || ' ' || is_active) FROM vector_set";
    private const string MissingVectors =
        "SELECT count(*) FROM passage WHERE is_current = 1 AND key NOT IN (SELECT passage FROM passage_vector)";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_goes_over_to_the_vectors_of_a_server_and_back_and_answers_with_both()
    {
        await using var server = await FakeModel.StartAsync(new FakeModelOptions { EmbeddingDimensions = 300 }, Cancel);
        using TemporaryFolder folder = new();
        string store = folder["data/briefingbot.sqlite"];

        await AskAsync(folder, []);
        Assert.Equal($"{ShippedEncoder.Identity.Name} 384 1", SqliteFile.Read(store, ActiveSet));

        await AskAsync(folder, Encoder(server, 300));
        Assert.Equal("openai/fake-encoder 300 1", SqliteFile.Read(store, ActiveSet));
        Assert.Equal("0", SqliteFile.Read(store, MissingVectors));
        int asked = server.Record.Counters.EmbeddingRequests;

        await AskAsync(folder, Encoder(server, 300));
        // One for the headlines that the bot calibrates itself by, one for the question.
        Assert.Equal(asked + 2, server.Record.Counters.EmbeddingRequests);

        await AskAsync(folder, []);
        Assert.Equal($"{ShippedEncoder.Identity.Name} 384 1", SqliteFile.Read(store, ActiveSet));
        Assert.Equal("0", SqliteFile.Read(store, MissingVectors));
    }

    [Fact]
    public async Task While_the_server_is_away_questions_are_answered_by_words_and_the_doctor_says_what_is_wrong()
    {
        var server = await FakeModel.StartAsync(cancellationToken: Cancel);
        using TemporaryFolder folder = new();
        var environment = Encoder(server, 256);
        await AskAsync(folder, environment);
        var healthy = await DoctorAsync(folder, environment);
        await server.DisposeAsync();

        var result = await AskAsync(folder, environment);
        var ill = await DoctorAsync(folder, environment);

        Assert.Contains("searched by words only", result.Error, StringComparison.Ordinal);
        Assert.Equal("ok", healthy.Status);
        Assert.Contains("'fake-encoder' at 127.0.0.1", healthy.Detail, StringComparison.Ordinal);
        Assert.Contains("a vector of 256 numbers", healthy.Detail, StringComparison.Ordinal);
        Assert.Equal("fail", ill.Status);
        Assert.Contains("cannot be reached", ill.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_run_that_meets_a_wrong_encoder_says_so_and_keeps_the_vectors_that_are_there()
    {
        await using var server = await FakeModel.StartAsync(cancellationToken: Cancel);
        using TemporaryFolder folder = new();
        await AskAsync(folder, []);

        var index = await BotProcess.RunInAsync(folder.Path, Encoder(server, 1024), "index", "--coverage", SampleBot.Seeds);
        var ask = await AskAsync(folder, Encoder(server, 1024));

        Assert.Equal(1, index.ExitCode);
        Assert.Contains(
            "makes vectors of 256 numbers with 'fake-encoder', not of 1024. Set Encoder:Dimensions to 256",
            index.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("the index was not brought up to date", ask.Error, StringComparison.Ordinal);
        Assert.Contains(
            $"{ShippedEncoder.Identity.Name} 384 1",
            SqliteFile.Read(folder["data/briefingbot.sqlite"], ActiveSet),
            StringComparison.Ordinal
        );
        await AskAsync(folder, []);
    }

    private static Dictionary<string, string> Encoder(FakeModel server, int dimensions) =>
        new()
        {
            ["BRIEFINGBOT__Encoder__Provider"] = "OpenAI",
            ["BRIEFINGBOT__Encoder__BaseUrl"] = server.OpenAiAddress.ToString(),
            ["BRIEFINGBOT__Encoder__Model"] = "fake-encoder",
            ["BRIEFINGBOT__Encoder__Dimensions"] = $"{dimensions}",
        };

    private static async Task<BotResult> AskAsync(TemporaryFolder folder, Dictionary<string, string> environment)
    {
        var result = await BotProcess.RunInAsync(folder.Path, environment, "ask", Question, "--json", "--coverage", SampleBot.Seeds);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Blinken", result.Json.GetProperty("answer").GetString(), StringComparison.Ordinal);
        return result;
    }

    private static async Task<(string? Status, string? Detail)> DoctorAsync(TemporaryFolder folder, Dictionary<string, string> environment)
    {
        var result = await BotProcess.RunInAsync(
            folder.Path,
            environment,
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
            .Single(static check => check.GetProperty("name").GetString() == "encoder");
        return (check.GetProperty("status").GetString(), check.GetProperty("detail").GetString());
    }
}
