using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Questions;
using BriefingBot.TestServers.Models.Faults;
using BriefingBot.TestServers.Models.Scripts;

namespace BriefingBot.EndToEnd.Tests.Models;

public sealed class ModelAnswersTests
{
    private const string Question = "What did Russia and North Korea agree in their treaty?";

    [Fact]
    public async Task An_answer_is_the_models_prose_with_quotes_that_are_slices_of_the_articles()
    {
        await using var newsroom = await ModelNewsroom.OpenAsync();

        var reply = await newsroom.AskAsync(Question);

        Assert.Equal((ComposerKind.Model, ModelFallback.None), (reply.Answer.Composer, reply.Fallback));
        Assert.NotEmpty(reply.Answer.Sentences);
        Assert.All(reply.Answer.Sentences, sentence => Assert.NotEmpty(sentence.Citations));
        foreach (var citation in reply.Answer.Citations)
        {
            var stored = await newsroom.Newsroom.Store.FindArticleAsync(
                citation.Passage.Article,
                citation.Passage.Revision,
                TestContext.Current.CancellationToken
            );
            Assert.Equal(stored!.Article.Text[citation.Start..citation.End], citation.Quote);
        }
    }

    [Fact]
    public async Task What_an_answer_took_is_told_and_recorded_with_prompt_and_price()
    {
        await using var newsroom = await ModelNewsroom.OpenAsync(options =>
            options.Prices["fake-large"] = new ModelPrice { Input = 2m, Output = 10m }
        );

        var use = (await newsroom.AskAsync(Question)).Model!;

        Assert.Equal(("openai", "fake-large", "answer@1", false), (use.Provider, use.Model, use.Prompt, use.FromCache));
        Assert.True(use is { InputTokens: > 100, OutputTokens: > 10 }, $"{use}");
        Assert.Equal(((use.InputTokens * 2m) + (use.OutputTokens * 10m)) / 1_000_000m, use.Cost);
        Assert.True(use.FirstSentence <= use.Duration);
        var day = await newsroom
            .Newsroom.Get<IModelUsageLog>()
            .SumAsync(new DateOnly(2024, 11, 20), null, TestContext.Current.CancellationToken);
        Assert.Equal(new ModelUsageTotal(1, use.InputTokens + use.OutputTokens), day);
    }

    [Theory]
    [InlineData(ModelFaultKind.RateLimit, ModelFallback.RateLimited)]
    [InlineData(ModelFaultKind.OutOfQuota, ModelFallback.RateLimited)]
    [InlineData(ModelFaultKind.ErrorStatus, ModelFallback.Unavailable)]
    [InlineData(ModelFaultKind.DropTcp, ModelFallback.Unavailable)]
    [InlineData(ModelFaultKind.NeverAnswers, ModelFallback.TimedOut)]
    [InlineData(ModelFaultKind.NeverBegins, ModelFallback.TimedOut)]
    [InlineData(ModelFaultKind.HtmlPage, ModelFallback.CutOff)]
    public async Task A_model_that_fails_leaves_the_extractive_answer_and_the_reason(ModelFaultKind fault, ModelFallback reason)
    {
        await using var newsroom = await ModelNewsroom.OpenAsync(options => options.Timeout = 1);
        for (int i = 0; i < 3; i++)
        {
            newsroom.Model.Faults.Add(new ModelFault(fault));
        }

        var reply = await newsroom.AskAsync(Question);
        var quoted = await newsroom.Newsroom.AskAsync(new IncomingMessage(Question) { Composer = ComposerChoice.Extractive });

        Assert.Equal((ComposerKind.Extractive, reason), (reply.Answer.Composer, reply.Fallback));
        Assert.Equal(quoted.Answer.Sentences.Select(s => s.Text), reply.Answer.Sentences.Select(s => s.Text));
        Assert.Equal(ModelFallback.None, quoted.Fallback);
    }

    [Fact]
    public async Task A_stream_that_breaks_keeps_what_was_shown_and_quotes_the_rest()
    {
        await using var newsroom = await ModelNewsroom.OpenAsync();
        var whole = await newsroom.AskAsync(Question);
        await using var other = await ModelNewsroom.OpenAsync();
        other.Model.Faults.Add(new ModelFault(ModelFaultKind.CutStream) { AfterTokens = (whole.Model!.OutputTokens * 2 / 3) + 5 });
        ShownAnswers shown = new();

        var reply = await other.Newsroom.AskAsync(new IncomingMessage(Question), shown);

        Assert.True(whole.Answer.Sentences.Count > 1);
        Assert.Equal(ModelFallback.CutOff, reply.Fallback);
        Assert.NotEmpty(shown.All);
        shown.AssertNothingWasTakenBack(reply.Answer);
    }

    [Fact]
    public async Task A_model_that_invents_nearly_everything_is_not_heard()
    {
        await using var newsroom = await ModelNewsroom.OpenAsync();
        newsroom.Model.Script = new HallucinatingScript
        {
            Rate = 1,
            Kinds = [Hallucination.WrongNumber, Hallucination.InventedName, Hallucination.NoCitation],
        };

        var reply = await newsroom.AskAsync(Question);

        Assert.Equal((ComposerKind.Extractive, ModelFallback.NotVerified), (reply.Answer.Composer, reply.Fallback));
        Assert.True(reply.Answer.Dropped > 0);
        Assert.All(
            reply.Answer.Sentences,
            sentence =>
                Assert.Contains(reply.Answer.Citations, citation => citation.Quote.Contains(sentence.Text, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_model_that_finds_no_answer_is_believed()
    {
        await using var newsroom = await ModelNewsroom.OpenAsync();
        newsroom.Model.Script = new FixedScript("NO ANSWER");

        var reply = await newsroom.AskAsync(Question);

        Assert.True(reply.Answer.Abstained);
        Assert.Equal(ModelFallback.None, reply.Fallback);
        Assert.NotEmpty(reply.Answer.Nearest);
    }

    [Fact]
    public async Task What_the_coverage_does_not_say_costs_no_request()
    {
        await using var newsroom = await ModelNewsroom.OpenAsync();

        var reply = await newsroom.AskAsync("Who won the chess tournament in Reykjavik?");

        Assert.True(reply.Answer.Abstained);
        Assert.Equal(0, newsroom.Calls);
    }

    [Fact]
    public async Task The_same_question_is_not_paid_for_twice_until_the_coverage_the_prompt_or_the_day_changes()
    {
        await using var newsroom = await ModelNewsroom.OpenAsync();
        var first = await newsroom.AskAsync(Question);

        var again = await newsroom.AskAsync(Question);
        await newsroom.Newsroom.AskAsync(new IncomingMessage(Question) { AsOf = new DateOnly(2024, 11, 25) });

        Assert.Equal(first.Answer.Sentences.Select(s => s.Text), again.Answer.Sentences.Select(s => s.Text));
        Assert.True(again.Model is { FromCache: true, InputTokens: 0 });
        Assert.Equal(2, newsroom.Calls);
    }

    [Fact]
    public async Task Shares_of_a_day_are_kept_for_each_person_and_for_all()
    {
        await using var newsroom = await ModelNewsroom.OpenAsync(options =>
        {
            options.AnswersPerUserPerDay = 1;
            options.AnswersPerDay = 2;
            options.CacheMinutes = 0;
        });

        List<ModelFallback> told = [];
        foreach (string asker in (string[])["slack:T:ada", "slack:T:ada", "slack:T:bob", "slack:T:eve"])
        {
            told.Add((await newsroom.Newsroom.AskAsync(new IncomingMessage(Question) { Asker = asker })).Fallback);
        }

        Assert.Equal([ModelFallback.None, ModelFallback.UserLimit, ModelFallback.None, ModelFallback.DailyLimit], told);
        Assert.Equal(2, newsroom.Calls);
    }

    [Fact]
    public async Task A_follow_up_is_made_to_stand_for_itself_by_the_model_and_by_rules_when_it_adds_what_nobody_said()
    {
        await using var newsroom = await ModelNewsroom.OpenAsync();
        const string Earlier = "Who did Foreign Minister Cho speak with by phone?";
        newsroom.Model.Enqueue(new FixedScript("What did Foreign Minister Cho call for by phone?"));

        var byModel = await newsroom.AskAsync("And what did he call for?", Earlier);
        newsroom.Model.Enqueue(new FixedScript("What did Foreign Minister Cho say about Gaza?"));
        var byRules = await newsroom.AskAsync("And what did he call for?", Earlier);

        Assert.Equal("What did Foreign Minister Cho call for by phone?", byModel.Question.Standalone);
        Assert.Equal(FollowUpResolver.Resolve("And what did he call for?", [Earlier]).Text, byRules.Question.Standalone);
    }

    [Fact]
    public async Task Passages_go_to_the_model_fenced_with_outlet_and_date_the_newest_marked_and_inside_the_budget()
    {
        await using var newsroom = await ModelNewsroom.OpenAsync(options => options.ContextTokens = 900);

        await newsroom.AskAsync("What did North Korea and Russia do?");

        string sent = Assert.Single(newsroom.Model.Record.Calls).UserText;
        Assert.Contains("(newest)", sent, StringComparison.Ordinal);
        Assert.Matches("=== PASSAGE 1 [0-9a-f]{16} ===\n(Outlet: .*\n)?Title: .*\nDate: ", sent);
        Assert.InRange(sent.Length, 500, 900 * 4);
    }

    [Fact]
    public async Task The_latest_coverage_has_written_summaries_and_a_digest()
    {
        await using var newsroom = await ModelNewsroom.OpenAsync();

        var briefing = await newsroom.Newsroom.BriefAsync(count: 3);

        Assert.NotNull(briefing.Digest);
        Assert.All(briefing.Digest.Sentences, sentence => Assert.NotEmpty(sentence.Citations));
        Assert.All(briefing.Entries, entry => Assert.NotEmpty(entry.Summary));
        Assert.Equal(4, newsroom.Calls);
    }
}
