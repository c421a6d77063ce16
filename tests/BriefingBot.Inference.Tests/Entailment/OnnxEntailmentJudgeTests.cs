using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Inference.Entailment;
using BriefingBot.Inference.Onnx;
using BriefingBot.Inference.Tests.Rerankers;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Inference.Tests.Entailment;

/// <summary>A tiny model that finds entailed what speaks of harbour or ferry enough, behind the deterministic check.</summary>
public sealed class OnnxEntailmentJudgeTests : IDisposable
{
    private const string Text = "The mayor opened the harbour, and rain fell. The ferry of the mayor fell.";

    private readonly DirectoryInfo _folder = TinyCrossEncoder.Write();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_probability_is_the_one_of_the_model_for_evidence_and_sentence()
    {
        using var judge = OnnxEntailmentJudge.Load(_folder.FullName, 0.5);

        Assert.Equal(1 / (1 + Math.Exp(3)), judge.Probability("The harbour.", "Rain fell."), 1e-5);
        Assert.True(judge.IsEntailed("Rain.", "The ferry."));
        Assert.False(judge.IsEntailed("The ferry.", "Rain fell."));
    }

    [Fact]
    public void What_stood_the_check_and_is_not_entailed_is_dropped_with_its_own_reason()
    {
        using var judge = OnnxEntailmentJudge.Load(_folder.FullName, 0.5);

        Assert.Equal((true, true), (Passes("The mayor opened the harbour.", null), Passes("Rain fell.", null)));
        Assert.Equal((true, false), (Passes("The mayor opened the harbour.", judge), Passes("The mayor opened it, and rain fell.", judge)));
    }

    [Fact]
    public void What_did_not_stand_the_check_is_not_rescued()
    {
        using var judge = OnnxEntailmentJudge.Load(_folder.FullName, 0);

        Assert.False(Passes("The mayor opened 12 harbour ferry ferry ferry.", judge));
    }

    [Fact]
    public void A_sentence_word_for_word_needs_no_opinion()
    {
        using var judge = OnnxEntailmentJudge.Load(_folder.FullName, 1);

        Assert.True(Passes("The ferry of the mayor fell.", judge));
    }

    [Fact]
    public void It_is_registered_when_a_model_is_named_and_only_then()
    {
        ServiceCollection with = new();
        with.AddEntailment(options => options.Model = _folder.FullName);
        using var provider = with.BuildServiceProvider();
        ServiceCollection without = new();
        without.AddEntailment(static _ => { });
        using var empty = without.BuildServiceProvider();

        Assert.IsType<OnnxEntailmentJudge>(provider.GetService<IEntailmentJudge>());
        Assert.Null(empty.GetService<IEntailmentJudge>());
    }

    [Fact]
    public void What_cannot_work_is_refused_with_key_value_and_fix()
    {
        EntailmentOptionsValidator validator = new();

        Assert.True(validator.Validate(null, new EntailmentOptions { Model = _folder.FullName }).Succeeded);
        Assert.Contains(
            "Entailment:Least is 2; choose a probability",
            validator.Validate(null, new EntailmentOptions { Least = 2 }).FailureMessage,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Entailment:Model is 'nowhere'",
            validator.Validate(null, new EntailmentOptions { Model = "nowhere" }).FailureMessage,
            StringComparison.Ordinal
        );
        File.WriteAllText(Path.Combine(_folder.FullName, "entailment.yaml"), "entailed: 2");
        var exception = Assert.Throws<LocalModelException>(() => OnnxEntailmentJudge.Load(_folder.FullName, 0.5));
        Assert.Contains("the number of 'entailed' in entailment.yaml", exception.Message, StringComparison.Ordinal);
    }

    private static bool Passes(string sentence, IEntailmentJudge? judge)
    {
        var article = ArticleId.Parse("a");
        ArticleHeader header = new(article, 1, "Weather", false, null, null, null, DateOrigin.None, null, "news");
        StoredPassage passage = new(0, new PassageId(article, 1, 0), PassageKind.Body, 0, Text, header);
        RetrievedPassages retrieved = new([new RetrievedPassage(passage, 1, 0.5, [], 1)], [], TimeSpan.Zero);
        CitationVerifier verifier = new(retrieved, Strictness.Balanced, judge);
        bool passes = verifier.Add(new DraftSentence(sentence, [new DraftCitation(passage.Id, null)], false)) is not null;
        var dropped = verifier.Complete(ComposerKind.Model, default).DroppedSentences;
        Assert.True(
            passes || judge is null || dropped[0].Reason == DropReason.NotEntailed || sentence.Contains("12", StringComparison.Ordinal),
            dropped.Count > 0 ? $"{dropped[0].Reason}" : ""
        );
        return passes;
    }
}
