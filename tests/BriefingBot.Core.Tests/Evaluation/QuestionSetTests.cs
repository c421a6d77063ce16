using BriefingBot.Evaluation;
using Xunit;

namespace BriefingBot.Core.Tests.Evaluation;

public sealed class QuestionSetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("question-set-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Reads_a_question_a_line_with_all_that_it_may_ask_for()
    {
        var set = await ReadAsync(
            """{"id":"q1","question":"Who opened it?","history":["What opened?"],"as_of":"2024-05-03","contains_all":["Vogt"],"contains_any":["Anna","mayor"],"articles":["a"],"articles_all":["a","b"],"articles_not":["c"],"evidence":["It opened."]}""",
            "",
            """{"id":"q2","question":"Who sank it?","abstain":true}"""
        );

        Assert.Equal(["q1", "q2"], set.Entries.Select(entry => entry.Id));
        var first = set.Entries[0];
        Assert.Equal(new DateOnly(2024, 5, 3), first.AsOf);
        Assert.Equal(
            "What opened?|Vogt|Anna|mayor|a|a|b|c|It opened.",
            string.Join(
                '|',
                [
                    .. first.History,
                    .. first.ContainsAll!,
                    .. first.ContainsAny!,
                    .. first.Articles!,
                    .. first.ArticlesAll!,
                    .. first.ArticlesNot!,
                    .. first.Evidence!,
                ]
            )
        );
        Assert.False(first.Abstain);
        Assert.True(set.Entries[1].Abstain);
        Assert.Null(set.Entries[1].AsOf);
    }

    [Theory]
    [InlineData("not json", "Line 2")]
    [InlineData("null", "Line 2")]
    [InlineData("""{"id":"q"}""", "Line 2")]
    [InlineData("""{"id":"q","question":"Who?","as_of":"soon"}""", "Line 2")]
    public async Task A_line_that_is_no_question_is_named(string line, string says)
    {
        var error = await Assert.ThrowsAsync<QuestionSetException>(() => ReadAsync("""{"id":"fine","question":"Who?"}""", line));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Contains("set.jsonl", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_without_questions_or_without_a_file_is_refused()
    {
        await Assert.ThrowsAsync<QuestionSetException>(() => ReadAsync("", " "));
        var error = await Assert.ThrowsAsync<QuestionSetException>(() =>
            QuestionSet.ReadAsync(Path.Combine(_folder, "missing.jsonl"), TestContext.Current.CancellationToken)
        );
        Assert.Contains("missing.jsonl", error.Message, StringComparison.Ordinal);
    }

    private async Task<QuestionSet> ReadAsync(params string[] lines)
    {
        string path = Path.Combine(_folder, "set.jsonl");
        await File.WriteAllLinesAsync(path, lines, TestContext.Current.CancellationToken);
        return await QuestionSet.ReadAsync(path, TestContext.Current.CancellationToken);
    }
}
