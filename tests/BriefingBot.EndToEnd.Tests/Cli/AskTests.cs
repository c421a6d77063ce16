using System.Text.Json;
using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Cli;

public sealed class AskTests(SampleBot bot)
{
    private const string Question = "Who did Foreign Minister Cho Tae-yul speak with by phone?";

    [Fact]
    public async Task The_answer_document_has_the_fields_of_the_design()
    {
        var result = await AskAsync(Question, "--json");

        Assert.Equal(0, result.ExitCode);
        var json = result.Json;
        Assert.Equal(
            [
                "question",
                "standalone",
                "abstained",
                "answer",
                "as_of",
                "sentences",
                "citations",
                "disagreements",
                "dropped",
                "dropped_sentences",
                "composer",
                "fallback",
                "model",
                "nearest",
                "retrieved",
                "read",
                "notes",
                "request",
                "statement",
                "timings_ms",
            ],
            Names(json)
        );
        Assert.Equal(Question, json.GetProperty("question").GetString());
        Assert.False(json.GetProperty("abstained").GetBoolean());
        Assert.Equal("extractive", json.GetProperty("composer").GetString());
        Assert.Equal(["text", "citations", "label"], Names(json.GetProperty("sentences")[0]));
        Assert.Equal(
            ["n", "article", "title", "outlet", "published", "url", "passage", "start", "end", "quote"],
            Names(json.GetProperty("citations")[0])
        );
        Assert.Equal(["article", "passage", "score"], Names(json.GetProperty("retrieved")[0]));
        Assert.Contains("[1]", json.GetProperty("answer").GetString(), StringComparison.Ordinal);
        Assert.Contains("Blinken", json.GetProperty("answer").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_sentence_is_cited_and_every_citation_is_into_a_retrieved_passage()
    {
        var json = (await AskAsync(Question, "--json")).Json;

        var numbers = json.GetProperty("citations").EnumerateArray().Select(citation => citation.GetProperty("n").GetInt32()).ToHashSet();
        var retrieved = json.GetProperty("retrieved")
            .EnumerateArray()
            .Select(passage => passage.GetProperty("passage").GetString())
            .ToHashSet();
        Assert.All(
            json.GetProperty("sentences").EnumerateArray(),
            sentence =>
            {
                var cited = sentence.GetProperty("citations").EnumerateArray().Select(number => number.GetInt32()).ToList();
                Assert.NotEmpty(cited);
                Assert.Subset(numbers, cited.ToHashSet());
            }
        );
        Assert.All(
            json.GetProperty("citations").EnumerateArray(),
            citation => Assert.Contains(citation.GetProperty("passage").GetString(), retrieved)
        );
    }

    [Fact]
    public async Task A_question_beyond_the_coverage_is_refused_with_the_nearest_articles_and_that_is_no_failure()
    {
        var result = await AskAsync("Who won the chess tournament in Reykjavik last winter?", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.True(result.Json.GetProperty("abstained").GetBoolean());
        Assert.Equal(0, result.Json.GetProperty("citations").GetArrayLength());
        Assert.Equal(0, result.Json.GetProperty("sentences").GetArrayLength());
    }

    [Fact]
    public async Task Without_json_a_person_reads_the_answer_and_its_sources()
    {
        var result = await AskAsync(Question);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Blinken", result.Output, StringComparison.Ordinal);
        Assert.Contains("Sources:", result.Output, StringComparison.Ordinal);
        Assert.Contains("June 21, 2024", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public async Task A_question_may_follow_the_options()
    {
        var result = await BotProcess.RunAsync("ask", "--data", bot.Data, "--coverage", SampleBot.Seeds, "--json", Question);

        Assert.Equal((0, Question), (result.ExitCode, result.Json.GetProperty("question").GetString()));
    }

    [Fact]
    public async Task History_lends_a_follow_up_its_topic()
    {
        var json = (await AskAsync("And what did he call for?", "--history", Question, "--json")).Json;

        Assert.NotEqual(json.GetProperty("question").GetString(), json.GetProperty("standalone").GetString());
    }

    [Fact]
    public async Task As_of_stamps_the_answer_and_hides_what_came_later()
    {
        var json = (await AskAsync(Question, "--as-of", "2024-06-01", "--json")).Json;

        Assert.Equal("2024-06-01", json.GetProperty("as_of").GetString());
        Assert.All(
            json.GetProperty("citations").EnumerateArray(),
            citation => Assert.True(string.CompareOrdinal(citation.GetProperty("published").GetString() ?? "", "2024-06-02") < 0)
        );
    }

    [Fact]
    public async Task Latest_gives_undated_articles_last_and_verbatim_summaries()
    {
        var result = await BotProcess.RunAsync("latest", "--json", "--coverage", SampleBot.Seeds, "--data", bot.Data);

        Assert.Equal(0, result.ExitCode);
        var entries = result.Json.GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(5, entries.Count);
        var dates = entries.Select(entry => entry.GetProperty("published").GetString()).ToList();
        Assert.Equal(dates.OrderByDescending(date => date is not null).ThenByDescending(date => date, StringComparer.Ordinal), dates);
        Assert.Null(dates[^1]);
        Assert.All(entries, entry => Assert.NotEqual(0, entry.GetProperty("summary").GetArrayLength()));
        Assert.All(
            entries,
            entry =>
                Assert.All(
                    entry.GetProperty("citations").EnumerateArray(),
                    citation =>
                        Assert.Equal(
                            citation.GetProperty("end").GetInt32() - citation.GetProperty("start").GetInt32(),
                            citation.GetProperty("quote").GetString()!.Length
                        )
                )
        );
    }

    private Task<BotResult> AskAsync(params string[] arguments) =>
        BotProcess.RunAsync(["ask", .. arguments, "--coverage", SampleBot.Seeds, "--data", bot.Data]);

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
