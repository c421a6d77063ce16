using System.Reflection;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BriefingBot.Core.Tests.Answering;

public sealed class CitationVerifierTests
{
    private const string Lead = "Mayor Anna Vogt opened the “new” harbour of Brakewater on Thursday.";
    private const string Cost = "It cost 8,000 crowns, and the province did not pay.";

    private static readonly DateOnly AsOf = new(2024, 6, 1);
    private static readonly StoredPassage Harbour = Sample.Passage(
        $"{Lead} {Cost}",
        start: 40,
        published: "2024-05-03",
        url: "https://post.example/harbour"
    );
    private static readonly StoredPassage Tram = Sample.Passage(
        "The tram line of Dunmere opens in 2026, Peter Lind said.",
        article: "tram"
    );

    [Fact]
    public void A_verbatim_sentence_passes_and_its_citation_is_its_slice()
    {
        var answer = Verify(Sample.Verbatim(Harbour, Cost));

        var citation = Assert.Single(answer.Citations);
        Assert.Equal((1, Harbour.Id, Cost), (citation.Number, citation.Passage, citation.Quote));
        Assert.Equal((40 + Lead.Length + 1, 40 + Lead.Length + 1 + Cost.Length), (citation.Start, citation.End));
        Assert.Equal([1], Assert.Single(answer.Sentences).Citations);
        Assert.Equal((0, false, AsOf), (answer.Dropped, answer.Abstained, answer.AsOf));
        Assert.Empty(answer.Nearest);
    }

    [Fact]
    public void A_quote_may_write_quotation_marks_and_blanks_its_own_way_and_is_cited_as_the_article_has_it()
    {
        var answer = Verify(Sample.Sentence("The harbour opened.", new DraftCitation(Harbour.Id, "opened the \"new\"  harbour")));
        Assert.Equal("opened the “new” harbour", Assert.Single(answer.Citations).Quote);
    }

    [Theory]
    [InlineData("It cost 9,000 crowns")]
    [InlineData("It cost 8000 crowns")]
    [InlineData("the province did pay")]
    [InlineData("it cost 8,000 crowns")]
    [InlineData("It cost 8,000 kroner")]
    [InlineData("It cost … the province did not pay")]
    [InlineData("")]
    public void A_sentence_whose_quote_is_not_in_the_article_is_dropped(string quote)
    {
        var answer = Verify(Sample.Sentence("The harbour opened.", new DraftCitation(Harbour.Id, quote)));
        Assert.True(answer.Abstained);
        Assert.Equal(1, answer.Dropped);
    }

    [Theory]
    [InlineData("Kowalski opened the harbour.", true)]
    [InlineData("Vogt opened the harbour.", false)]
    [InlineData("Opening the harbour was up to Vogt.", false)]
    [InlineData("However, the province did not pay.", false)]
    public void A_name_that_opens_a_sentence_must_stand_in_what_it_cites(string sentence, bool drops) =>
        Assert.Equal(drops, Verify(Sample.Sentence(sentence, new DraftCitation(Harbour.Id, Lead))).Abstained);

    [Fact]
    public void One_bad_citation_of_two_drops_the_sentence()
    {
        var answer = Verify(
            Sample.Sentence(
                "The harbour opened.",
                new DraftCitation(Harbour.Id, Lead),
                new DraftCitation(Tram.Id, "The tram line of Brakewater")
            )
        );
        Assert.True(answer.Abstained);
    }

    [Fact]
    public void A_sentence_that_cites_nothing_is_dropped() => Assert.True(Verify(Sample.Sentence(Cost)).Abstained);

    [Fact]
    public void A_citation_moves_to_the_retrieved_passage_that_has_the_quote()
    {
        var answer = Verify(Sample.Sentence(Cost, new DraftCitation(Tram.Id, Cost)));
        Assert.Equal(Harbour.Id, Assert.Single(answer.Citations).Passage);
        Assert.Equal(0, answer.Dropped);
    }

    [Fact]
    public void A_citation_of_a_passage_that_was_not_retrieved_moves_or_falls()
    {
        PassageId unknown = new(ArticleId.Parse("nowhere"), 1, 0);
        Assert.Equal(Harbour.Id, Assert.Single(Verify(Sample.Sentence(Cost, new DraftCitation(unknown, Cost))).Citations).Passage);
        Assert.True(Verify(Sample.Sentence("The ships left.", new DraftCitation(unknown, "The ships left."))).Abstained);
    }

    [Theory]
    [InlineData("The harbour cost 9,000 crowns.")]
    [InlineData("The harbour cost 80 crowns.")]
    [InlineData("The harbour opened in 2019.")]
    [InlineData("The mayor Berta Vogt opened it.")]
    [InlineData("The harbour of Dunmere opened.")]
    [InlineData("The harbour opened on Friday.")]
    [InlineData("The mayor called it “the best harbour” of all.")]
    [InlineData("The mayor called it \"brand new\".")]
    [InlineData("The mayor called it \"new\".")]
    [InlineData("The harbour opened, see https://post.example/other.")]
    public void A_sentence_that_states_what_it_does_not_cite_is_dropped(string sentence) =>
        Assert.True(Verify(Sample.Sentence(sentence, new DraftCitation(Harbour.Id, Lead))).Abstained);

    [Theory]
    [InlineData("The harbour cost 8000 crowns.")]
    [InlineData("The mayor, Anna Vogt, opened it on Thursday.")]
    [InlineData("The harbour opened, the Brakewater Post wrote on May 3, 2024.")]
    [InlineData("The mayor opened the \"new\" harbour.")]
    [InlineData("The harbour opened, see https://post.example/harbour.")]
    [InlineData("Brakewater's harbour opened.")]
    public void A_sentence_in_other_words_passes_when_its_facts_stand_in_what_it_cites(string sentence) =>
        Assert.False(Verify(Sample.Sentence(sentence, new DraftCitation(Harbour.Id, Lead))).Abstained);

    [Theory]
    [InlineData("The harbour cost 1 crown.")]
    [InlineData("The mayor met Ann there.")]
    [InlineData("The harbour lies in Water.")]
    public void A_fact_must_be_the_whole_word_of_what_is_cited(string sentence) =>
        Assert.True(Verify(Sample.Sentence(sentence, new DraftCitation(Harbour.Id, Lead))).Abstained);

    [Fact]
    public void Facts_of_another_retrieved_passage_do_not_help() =>
        Assert.True(Verify(Sample.Sentence("The harbour opens in 2026.", new DraftCitation(Harbour.Id, Lead))).Abstained);

    [Fact]
    public void What_fails_is_dropped_and_the_rest_stays()
    {
        var answer = Verify(
            Sample.Verbatim(Harbour, Lead),
            Sample.Sentence("It sank.", new DraftCitation(Harbour.Id, "It sank.")),
            Sample.Verbatim(Tram, Tram.Text)
        );

        Assert.Equal([Lead, Tram.Text], answer.Sentences.Select(sentence => sentence.Text));
        Assert.Equal([1, 2], answer.Citations.Select(citation => citation.Number));
        Assert.Equal(1, answer.Dropped);
    }

    [Fact]
    public void A_paragraph_begins_where_its_first_sentence_fell()
    {
        var answer = Verify(
            Sample.Verbatim(Harbour, Lead),
            Sample.Sentence("It sank.", new DraftCitation(Harbour.Id, "It sank.")) with
            {
                StartsParagraph = true,
            },
            Sample.Verbatim(Tram, Tram.Text)
        );
        Assert.Equal([false, true], answer.Sentences.Select(sentence => sentence.StartsParagraph));
    }

    [Fact]
    public void Nothing_left_is_a_refusal_with_the_nearest_articles_each_once()
    {
        StoredPassage[] passages =
        [
            Harbour,
            Sample.Passage("More.", ordinal: 1),
            Tram,
            Sample.Passage("Bread.", article: "bread"),
            Sample.Passage("Milk.", article: "milk"),
        ];
        var answer = CitationVerifier.Verify(Sample.Draft(), Sample.Retrieved(passages), AsOf);

        Assert.True(answer.Abstained);
        Assert.Equal(["harbour", "tram", "bread"], answer.Nearest.Select(article => article.Id.Value));
    }

    [Fact]
    public void Quotes_that_follow_each_other_are_one_citation()
    {
        var answer = Verify(Sample.Verbatim(Harbour, Lead), Sample.Verbatim(Harbour, Cost));

        Assert.Equal(Harbour.Text, Assert.Single(answer.Citations).Quote);
        Assert.All(answer.Sentences, sentence => Assert.Equal([1], sentence.Citations));
    }

    [Fact]
    public void The_same_quote_is_listed_once_and_quotes_apart_are_two()
    {
        var answer = Verify(
            Sample.Verbatim(Harbour, Cost),
            Sample.Verbatim(Tram, Tram.Text),
            Sample.Verbatim(Harbour, Cost),
            Sample.Verbatim(Harbour, "Mayor Anna Vogt")
        );
        Assert.Equal(
            [
                [1],
                [2],
                [1],
                [3],
            ],
            answer.Sentences.Select(sentence => sentence.Citations)
        );
        Assert.Equal([Cost, Tram.Text, "Mayor Anna Vogt"], answer.Citations.Select(citation => citation.Quote));
    }

    [Fact]
    public void Every_quote_equals_its_slice_whatever_stands_in_article_and_draft()
    {
        string[] pieces =
        [
            "Vogt",
            " said",
            ". ",
            "8,000",
            " ",
            "\n",
            "\u00A0",
            "…",
            "...",
            "“",
            "”",
            "\"",
            "’",
            "😀",
            "👩‍👩‍👧",
            "e\u0301",
            "\uD83D",
            "\uDE00",
            "中文",
            "\0",
            "\u200B",
        ];
        var texts = Gen.Elements(pieces).ArrayOf().Select(string.Concat).Where(text => text.Length > 0);
        var samples = (
            from text in texts
            from lead in texts
            from a in Gen.Choose(0, text.Length)
            from b in Gen.Choose(a, text.Length)
            from other in texts
            from invented in Gen.Elements(true, false)
            select (text: lead + text, start: lead.Length, slice: invented ? other : text[a..b])
        ).ToArbitrary();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3000),
            Prop.ForAll(
                samples,
                sample =>
                {
                    var passage = Sample.Passage(sample.text[sample.start..], start: sample.start);
                    string straight = sample.slice.Replace('“', '"').Replace("…", "...", StringComparison.Ordinal);
                    var answer = CitationVerifier.Verify(
                        Sample.Draft(
                            Sample.Verbatim(passage, sample.slice),
                            Sample.Sentence("it was so", new DraftCitation(passage.Id, straight))
                        ),
                        Sample.Retrieved(passage),
                        AsOf
                    );
                    return answer.Citations.All(citation =>
                            sample.text[citation.Start..citation.End] == citation.Quote
                            && citation.Start >= passage.Start
                            && citation.End <= passage.End
                        )
                        && answer.Sentences.All(sentence =>
                            sentence.Citations.Count > 0
                            && sentence.Citations.All(number => number >= 1 && number <= answer.Citations.Count)
                        )
                        && answer.Sentences.Count + answer.Dropped == 2;
                }
            )
        );
    }

    [Fact]
    public void Only_the_verifier_can_make_an_answer()
    {
        var constructors = typeof(VerifiedAnswer).GetConstructors(BindingFlags.Public | BindingFlags.Instance);
        Assert.Empty(constructors);
        var makers = typeof(VerifiedAnswer)
            .Assembly.GetExportedTypes()
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            )
            .Where(method =>
                method.ReturnType == typeof(VerifiedAnswer) && !method.IsSpecialName && method.DeclaringType != typeof(VerifiedAnswer)
            );
        Assert.Equal([nameof(CitationVerifier)], makers.Select(method => method.DeclaringType!.Name).Distinct());
    }

    private static VerifiedAnswer Verify(params IEnumerable<DraftSentence> sentences) =>
        CitationVerifier.Verify(Sample.Draft(sentences), Sample.Retrieved(Harbour, Tram), AsOf);
}
