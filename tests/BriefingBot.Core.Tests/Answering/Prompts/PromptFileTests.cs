using BriefingBot.Core.Answering.Prompts;
using Xunit;

namespace BriefingBot.Core.Tests.Answering.Prompts;

public sealed class PromptFileTests
{
    private const string Good = """
        ---
        name: answer
        version: 7b
        temperature: 0.3
        ---
        # System
        Fences carry {{nonce}}.{{#if as_of}} Today is {{as_of}}.{{/if}}
        # User
        {{passages}}
        {{question}}
        """;

    [Fact]
    public void Fills_in_values_as_they_are_and_never_reads_them_as_a_template()
    {
        var prompt = PromptFile.Parse(PromptKind.Answer, "answer.md", Good);

        var rendered = prompt.Render(
            new Dictionary<string, string>
            {
                ["nonce"] = "abc",
                ["passages"] = "<b>&amp; {{question}}",
                ["question"] = "Who?",
                ["as_of"] = "",
            }
        );

        Assert.Equal("answer@7b", rendered.Tag);
        Assert.Equal(0.3f, rendered.Temperature);
        Assert.Equal("Fences carry abc.", rendered.System);
        Assert.Equal("<b>&amp; {{question}}\nWho?", rendered.User);
    }

    [Theory]
    [InlineData(
        "{{passages}}\n",
        "{{pasages}}\n",
        "line 9: {{pasages}} is not known here; allowed names are {{nonce}}, {{passages}}, {{question}}, {{as_of}}, {{max_sentences}}"
    )]
    [InlineData(
        "{{question}}",
        "",
        "line 6: the text has no {{question}}; it needs {{nonce}}, {{passages}}, {{question}} and may hold {{as_of}}, {{max_sentences}}"
    )]
    [InlineData("{{#if as_of}}", "{{#each passages}}", "line 7: double braces hold one name")]
    [InlineData("{{/if}}", "", "line 7: the part that begins here is not a valid template")]
    [InlineData("name: answer", "name: anwser", "line 2: the name is 'anwser'; this file's is 'answer'")]
    [InlineData("version: 7b", "version:", "the version is ''")]
    [InlineData("temperature: 0.3", "temperature: warm", "line 4: the temperature is 'warm'; choose 0 to 2")]
    [InlineData("# User", "# Users", "there is no line '# User'")]
    [InlineData("---\nname", "name", "line 1: a prompt begins with front matter")]
    public void A_wrong_prompt_is_refused_with_file_line_and_what_is_allowed(string right, string wrong, string message)
    {
        string text = Good.ReplaceLineEndings("\n").Replace(right, wrong, StringComparison.Ordinal);

        var error = Assert.Throws<PromptException>(() => PromptFile.Parse(PromptKind.Answer, "prompts/answer.md", text));

        Assert.StartsWith("prompts/answer.md", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
