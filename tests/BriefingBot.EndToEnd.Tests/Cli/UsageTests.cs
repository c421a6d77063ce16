using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("'nonsense'", "nonsense")]
    [InlineData("QUESTION", "ask")]
    [InlineData("--as-of is 'yesterday'", "ask", "Who?", "--as-of", "yesterday")]
    [InlineData("--as-of is '2024-13-01'", "ask", "Who?", "--as-of", "2024-13-01")]
    [InlineData("--count is '0'", "latest", "--count", "0")]
    [InlineData("--count is '51'", "latest", "--count", "51")]
    [InlineData("--count is 'many'", "latest", "--count", "many")]
    [InlineData("--questions", "eval")]
    [InlineData("'missing.jsonl' does not exist", "eval", "--questions", "missing.jsonl")]
    [InlineData("--config names 'missing.json'", "index", "--config", "missing.json")]
    [InlineData("'nowhere'", "index", "--coverage", "nowhere")]
    [InlineData("'not an address'", "serve", "--urls", "not an address")]
    public async Task Wrong_usage_names_the_value_in_one_line_and_ends_with_2(string said, params string[] arguments)
    {
        using TemporaryFolder folder = new();

        var result = await BotProcess.RunInAsync(folder.Path, arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        string line = Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        Assert.Contains(said, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_the_verbs()
    {
        var result = await BotProcess.RunAsync("--help");

        Assert.Equal(0, result.ExitCode);
        Assert.All(
            ["serve", "index", "ask", "latest", "eval", "doctor"],
            verb => Assert.Contains(verb, result.Output, StringComparison.Ordinal)
        );
    }
}
