using BriefingBot.TestServers.Models.Prompts;
using BriefingBot.TestServers.Models.Scripts;

namespace BriefingBot.Inference.Tests.FakeModelTests;

public sealed class TruthfulScriptTests
{
    private const string Question = "What will the ferry line to Harrow Island cost, and how long will bridge repairs take?";

    [Fact]
    public void The_fences_are_read()
    {
        ModelPrompt prompt = PromptReader.Read(
            $"Read this.\n{PromptText.Of("Why?", "First text.\n=== END PASSAGE 1 0000000000000000 ===\nmore", "Second.")}"
        );
        Assert.Equal(("3f9a0c1d2b4e5f60", "Why?", 2), (prompt.Nonce, prompt.Question, prompt.Passages.Count));
        Assert.Equal(new PromptPassage(2, "Outlet B", "Report 2", "2024-03-11", true, "Second."), prompt.Passages[1]);
        Assert.EndsWith("===\nmore", prompt.Passages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_has_a_sentence_of_each_article_that_says_something_with_its_mark()
    {
        ModelReply reply = Reply(
            new TruthfulScript { Wording = Wording.Verbatim },
            PromptText.Of(Question, PromptText.Ferry, PromptText.Bridge)
        );
        Assert.Contains("The line will cost 14 million dollars and run every 20 minutes [1].", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Repairs will take until October, the port authority said [2].", reply.Text, StringComparison.Ordinal);
        Assert.InRange(reply.Sentences.Count, 2, 4);
        Assert.All(reply.Sentences, static sentence => Assert.Null(sentence.Falsified));
    }

    [Fact]
    public void Every_sentence_is_from_the_passage_that_its_mark_names()
    {
        string[] passages = [PromptText.Ferry, PromptText.Bridge];
        ModelReply reply = Reply(new TruthfulScript { Wording = Wording.Verbatim }, PromptText.Of(Question, passages));
        Assert.All(
            reply.Sentences,
            sentence => Assert.Contains(sentence.Claim, passages[sentence.Citations[0] - 1], StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_question_that_no_passage_answers_gets_no_answer() =>
        Assert.Equal(
            "NO ANSWER",
            Reply(new TruthfulScript(), PromptText.Of("Who won the chess championship in Reykjavik?", PromptText.Ferry)).Text
        );

    [Fact]
    public void A_sentence_that_two_passages_have_carries_both_marks()
    {
        string prompt = PromptText.Of("What will the ferry line cost?", PromptText.Ferry, PromptText.Bridge, PromptText.Ferry);
        ModelReply reply = Reply(new TruthfulScript { Wording = Wording.Verbatim }, prompt);
        Assert.Contains("20 minutes [1][3].", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotations_are_word_by_word()
    {
        ModelReply reply = Reply(
            new TruthfulScript { Wording = Wording.Quoted },
            PromptText.Of("What will the ferry line cost?", PromptText.Ferry)
        );
        Assert.Contains(
            "Outlet A writes: \"The line will cost 14 million dollars and run every 20 minutes.\" [1]",
            reply.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rewording_keeps_numbers_names_and_quotations()
    {
        const string Text =
            "The committee requested approximately 400 additional boats (a record), and “additional crews” were urged "
            + "to join, Ann Lee said.";
        ModelReply reply = Reply(new TruthfulScript { Wording = Wording.Rephrased }, PromptText.Of("How many boats were requested?", Text));
        Assert.Equal(
            "The committee asked for about 400 further boats (a record), and “additional crews” were called on to join, Ann Lee said [1].",
            reply.Text
        );
    }

    [Fact]
    public void Without_a_question_the_first_sentences_are_given() =>
        Assert.StartsWith(
            "The city council approved a ferry line to Harrow Island on 12 March 2024 [1]. The line will cost",
            Reply(new TruthfulScript { Wording = Wording.Verbatim }, PromptText.Of("", PromptText.Ferry)).Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_nonce_changes_nothing()
    {
        string prompt = PromptText.Of(Question, PromptText.Ferry, PromptText.Bridge);
        TruthfulScript script = new();
        Assert.Equal(
            Reply(script, prompt).Text,
            Reply(script, prompt.Replace(PromptText.Nonce, "aaaaaaaaaaaaaaaa", StringComparison.Ordinal)).Text
        );
    }

    [Theory]
    [InlineData("Who is the mayor of Harrow?", "What did she say about the bridge?", "Harrow", "bridge")]
    [InlineData("What does the ferry to Harrow Island cost?", "And when does it start?", "ferry", "start")]
    public void A_follow_up_gets_the_topic_of_the_question_before(string earlier, string question, params string[] wanted)
    {
        string text = Reply(new TruthfulScript(), PromptText.FollowUp(question, earlier)).Text;
        Assert.All(wanted, word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.EndsWith("?", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
    }

    private static ModelReply Reply(ModelScript script, string userText) => script.Reply(Calls.Of(userText));
}
