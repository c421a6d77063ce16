using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Cli;

public sealed class EvalTests
{
    private const string Questions = """
        {"id":"bridge","question":"When did the city council open the new bridge?","contains_any":["Thursday"],"articles":["one"]}
        {"id":"wrong","question":"When did the city council open the new bridge?","contains_all":["never"],"articles":["one"]}
        {"id":"beyond","question":"Who composed the symphony for the Vienna orchestra?","abstain":true}
        """;

    [Fact]
    public async Task Scores_have_the_fields_of_the_design_and_the_live_index_stays_apart()
    {
        using TemporaryFolder folder = new();
        folder.Write(
            "news/one.txt",
            "Council opens bridge\n\nMay 2, 2024\n\nThe city council opened the new bridge over the river on Thursday.\n"
        );
        folder.Write("set.jsonl", Questions);

        var result = await BotProcess.RunInAsync(folder.Path, "eval", "--questions", "set.jsonl", "--coverage", "news", "--json");

        Assert.Equal(0, result.ExitCode);
        var json = result.Json;
        Assert.Equal(
            [
                "questions",
                "retrieval",
                "answers",
                "citations",
                "evidence",
                "abstention",
                "latency_ms",
                "composers",
                "follow_ups",
                "failures",
            ],
            Names(json)
        );
        Assert.Equal(["n", "hit@1", "hit@5", "hit@10", "mrr@10"], Names(json.GetProperty("retrieval")));
        Assert.Equal(["n", "accuracy"], Names(json.GetProperty("answers")));
        Assert.Equal(["n", "right_article", "verbatim_rate", "uncited_sentence_rate"], Names(json.GetProperty("citations")));
        Assert.Equal(["n", "recall"], Names(json.GetProperty("evidence")));
        Assert.Equal(["unanswerable", "refusal_rate", "answerable", "false_refusal_rate"], Names(json.GetProperty("abstention")));
        Assert.Equal(["median", "p95"], Names(json.GetProperty("latency_ms")));
        Assert.Equal(3, json.GetProperty("questions").GetInt32());
        Assert.Contains("wrong", json.GetProperty("failures").EnumerateArray().Select(id => id.GetString()));
        Assert.False(File.Exists(folder["data/briefingbot.sqlite"]));
        Assert.StartsWith(
            "news-",
            Path.GetFileName(Assert.Single(Directory.GetDirectories(folder["data/evaluation"]))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_broken_line_of_a_question_set_is_named()
    {
        using TemporaryFolder folder = new();
        folder.Write("set.jsonl", "{\"id\":\"a\",\"question\":\"Who?\"}\nnot json\n");

        var result = await BotProcess.RunInAsync(folder.Path, "eval", "--questions", "set.jsonl");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Line 2", result.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(System.Text.Json.JsonElement element) =>
        element.EnumerateObject().Select(property => property.Name);
}
