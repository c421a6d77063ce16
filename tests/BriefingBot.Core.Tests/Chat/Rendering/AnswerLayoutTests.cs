using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;
using BriefingBot.Core.Coverage;
using Microsoft.Extensions.Options;
using Xunit;

namespace BriefingBot.Core.Tests.Chat.Rendering;

public sealed class AnswerLayoutTests
{
    private static readonly ArticleHeader Dated = new(
        ArticleId.Parse("paper/a #1"),
        3,
        "Ministers\nsign *treaty*\u202E",
        false,
        "The Paper",
        null,
        PublicationDate.Parse("2024-06-21"),
        DateOrigin.Json,
        "https://paper.example/a",
        "default"
    );

    private static readonly ArticleHeader Undated = Dated with
    {
        Id = ArticleId.Parse("b"),
        Title = "Second",
        TitleDerived = true,
        Outlet = null,
        Published = null,
        Url = "javascript:alert(1)",
    };

    [Fact]
    public void An_answer_has_its_sentences_its_sources_and_its_day() =>
        Assert.Equal(
            """
            Seoul protested.⟨⟦ [1]⟧|https://paper.example/a⟩⟦[2]⟧ Tokyo did not.⟦ [2]⟧

            A new matter.⟨⟦ [1]⟧|https://paper.example/a⟩

            «Sources»
            [1] ⟨Ministers sign \*treaty\*|https://paper.example/a⟩ · The Paper · June 21, 2024
            [2] Second (title derived) · undated

            As of March 1, 2026.
            """,
            Render(Answer())
        );

    [Theory]
    [InlineData(null, "[1, 2, 4\u20136] ⟨Ministers sign \\*treaty\\*|https://paper.example/a⟩ · The Paper · June 21, 2024")]
    [InlineData(
        "https://b.example",
        "[3] ⟨Second|https://b.example/articles/b?revision=1&start=0&end=1#headline⟩ (title derived) · undated"
    )]
    public void An_article_has_one_line_however_often_it_is_cited(string? address, string expected)
    {
        Citation[] citations =
        [
            .. Enumerable
                .Range(1, 6)
                .Select(n =>
                    n == 3
                        ? new Citation(n, Undated, new PassageId(Undated.Id, 1, 0), 0, 1, "x")
                        : new Citation(n, Dated, new PassageId(Dated.Id, 3, n), n, n + 1, "x")
                ),
        ];

        var lines = Render(Answer(citations: citations), address)
            .Split('\n')
            .SkipWhile(line => line != "«Sources»")
            .Skip(1)
            .TakeWhile(line => line.Length > 0)
            .ToList();

        Assert.Equal(2, lines.Count);
        Assert.Contains(
            expected.Replace("#headline", "", StringComparison.Ordinal),
            string.Join('\n', lines).Replace("#p0", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void With_a_public_address_links_lead_to_the_quote()
    {
        var line = Render(Answer(), "https://briefing.example.org/base/")
            .Split('\n')
            .Single(text => text.StartsWith("[1]", StringComparison.Ordinal));

        Assert.Contains(
            "|https://briefing.example.org/base/articles/paper%2Fa%20%231?revision=3&start=10&end=20#p2⟩",
            line,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_mark_leads_to_the_quoted_passage() =>
        Assert.StartsWith(
            "Seoul protested.⟨⟦ [1]⟧|https://b.example/articles/paper%2Fa%20%231?revision=3&start=10&end=20#p2⟩",
            Render(Answer(), "https://b.example"),
            StringComparison.Ordinal
        );

    [Fact]
    public void How_the_question_was_read_stands_below_the_answer() =>
        Assert.EndsWith(
            "As of March 1, 2026.\n“okaro” was read as “Okoro”.",
            Render(Answer(notes: ["“okaro” was read as “Okoro”."])),
            StringComparison.Ordinal
        );

    [Fact]
    public void Claims_stand_with_their_verdict_what_differs_and_what_is_quoted() =>
        Assert.Equal(
            """
            Checked against the coverage, which shows what was reported, not what is true:

            «Contradicted» by what was reported on June 21, 2024, the article says “12”, the message “11”: “Eleven died.”

            ```
            Seoul protested.⟨⟦ [1]⟧|https://paper.example/a⟩⟦[2]⟧
            ```

            «Not in the coverage», which has nothing on “Lavrov”, “tanks”: “Lavrov sent tanks.”

            «Sources»
            [1] ⟨Ministers sign \*treaty\*|https://paper.example/a⟩ · The Paper · June 21, 2024
            [2] Second (title derived) · undated

            As of March 1, 2026.
            """,
            Render(
                Answer(
                    claims:
                    [
                        new CheckedClaim("Eleven died.", ClaimOutcome.Contradicted)
                        {
                            Sentence = 0,
                            Remark = "the article says “12”, the message “11”",
                        },
                        new CheckedClaim("Lavrov sent tanks.", ClaimOutcome.NotTold) { Unknown = ["Lavrov", "tanks"] },
                    ]
                )
            )
        );

    [Fact]
    public void A_refusal_offers_the_nearest_articles() =>
        Assert.Equal(
            """
            The coverage does not say.

            «Nearest articles»
            ⟨«Ministers sign \*treaty\*»|https://paper.example/a⟩ · The Paper · June 21, 2024

            As of March 1, 2026.
            """,
            Render(Answer(sentences: [], citations: [], nearest: [Dated]))
        );

    [Fact]
    public void The_question_is_repeated_where_nobody_else_sees_it() =>
        Assert.StartsWith("```\nWho signed?\n```\n\nSeoul", Render(Answer(), withQuestion: true), StringComparison.Ordinal);

    [Fact]
    public void An_answer_that_was_not_finished_has_its_beginning_and_its_sources() =>
        Assert.Equal(
            """
            Seoul protested.⟨⟦ [1]⟧|https://paper.example/a⟩⟦[2]⟧

            «Sources»
            [1] ⟨Ministers sign \*treaty\*|https://paper.example/a⟩ · The Paper · June 21, 2024
            [2] Second (title derived) · undated
            """,
            Render(
                new AnswerLayout(new ArticleLinks(Options.Create(new ChatOptions()))).Of(
                    new AnswerInProgress([.. Answer().Sentences.Take(1)], Answer().Citations)
                )
            )
        );

    private static string Render(IEnumerable<AnswerBlock> blocks) =>
        Assert.Single(MessageSplitter.Split(blocks, new BracketMarkup(), new MessageLimits(2000))).Text;

    private static string Render(ChatAnswer answer, string? address = null, bool withQuestion = false)
    {
        AnswerLayout layout = new(new ArticleLinks(Options.Create(new ChatOptions { PublicBaseUrl = address })));
        return Render(layout.Of(answer, withQuestion));
    }

    private static ChatAnswer Answer(
        IReadOnlyList<VerifiedSentence>? sentences = null,
        IReadOnlyList<Citation>? citations = null,
        IReadOnlyList<ArticleHeader>? nearest = null,
        IReadOnlyList<string>? notes = null,
        IReadOnlyList<CheckedClaim>? claims = null
    )
    {
        var question = ChatFolder.Question("1", "Who signed?");
        return new ChatAnswer
        {
            Id = AnswerId.Of(question.Id),
            Question = question.Id,
            Conversation = ConversationId.Of(question),
            Address = question.Address,
            UserId = "user",
            IsPrivate = false,
            QuestionText = question.Text,
            Sentences =
                sentences ?? [new("Seoul protested.", [1, 2], false), new("Tokyo did not.", [2], false), new("A new matter.", [1], true)],
            Citations =
                citations
                ??
                [
                    new(1, Dated, new PassageId(Dated.Id, 3, 2), 10, 20, "0123456789"),
                    new(2, Undated, new PassageId(Undated.Id, 1, 0), 0, 1, "x"),
                ],
            Nearest = nearest ?? [],
            Notes = notes ?? [],
            Claims = claims ?? [],
            AsOf = new DateOnly(2026, 3, 1),
            Answered = DateTimeOffset.UnixEpoch,
        };
    }
}
