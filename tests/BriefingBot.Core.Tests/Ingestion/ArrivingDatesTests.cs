using BriefingBot.Core.Coverage;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion;

/// <summary>Dates in the forms in which articles arrive with them.</summary>
public sealed class ArrivingDatesTests
{
    private const string Story =
        "The council opened a new bridge over the river on Thursday, the mayor said.\n\nIt is 400 metres long and cost 5 million dollars.";

    [Theory]
    [InlineData("Thu, 22 Mar 2018 09:36:36 +0000", "2018-03-22T09:36Z")]
    [InlineData("Sat Nov 18 2017 15:21:41 GMT+0100 (CET)", "2017-11-18T15:21+01:00")]
    [InlineData("2019-12-31 14:43:50-05:00", "2019-12-31T14:43-05:00")]
    [InlineData("2019-07-11 12:30:00 -0500", "2019-07-11T12:30-05:00")]
    [InlineData("2024-02-23T13:25:00.000Z", "2024-02-23T13:25Z")]
    [InlineData("2024-02-23 13:25 UTC", "2024-02-23T13:25Z")]
    [InlineData("20240223T132500Z", "2024-02-23T13:25Z")]
    [InlineData("20240223", "2024-02-23")]
    [InlineData("1708694700", "2024-02-23T13:25Z")]
    [InlineData("1708694700123", "2024-02-23T13:25Z")]
    [InlineData("2024-2-3", "2024-02-03")]
    [InlineData("23/02/2024 13:25", "2024-02-23T13:25")]
    [InlineData("5 février 2024", "2024-02-05")]
    [InlineData("3. Dezember 2021", "2021-12-03")]
    [InlineData("14 de março de 2022", "2022-03-14")]
    [InlineData("7 agosto 2020", "2020-08-07")]
    [InlineData("2024년 2월 23일", "2024-02-23")]
    [InlineData("2024年2月23日", "2024-02-23")]
    [InlineData("03/04/2024", null)]
    [InlineData("2024-02", null)]
    [InlineData("12345", null)]
    [InlineData("yesterday", null)]
    public void A_field_is_dated_or_left_undated_with_a_note(string field, string? expected)
    {
        List<string> notes = [];

        var article = Parsed.Json($$"""{"id":"a","published":"{{field}}","text":"The council opened a bridge."}""", notes.Add);

        Assert.Equal(expected, article.Published?.ToString());
        Assert.Equal(expected is null ? 1 : 0, notes.Count);
    }

    [Theory]
    [InlineData("published_at")]
    [InlineData("datePublished")]
    [InlineData("date_published")]
    [InlineData("publish-date")]
    [InlineData("pubDatetime")]
    [InlineData("Publication Date")]
    [InlineData("article:published_time")]
    [InlineData("first_published_at")]
    public void Every_common_name_of_the_date_is_known(string name)
    {
        Assert.Equal("2021-06-03", Parsed.Markdown($"---\ntitle: Bridge\n\"{name}\": 2021-06-03\n---\n{Story}").Published?.ToString());
        Assert.Equal(
            "2021-06-03",
            Parsed.Json($$"""{"{{name}}":"2021-06-03","text":"The council opened a bridge."}""").Published?.ToString()
        );
    }

    [Theory]
    [InlineData(
        "Published 5:04 PM EST, Fri June 4, 2021\nUpdated 6:20 PM EST, Fri June 4, 2021",
        "2021-06-04T17:04-05:00",
        "2021-06-04T18:20-05:00"
    )]
    [InlineData("Published: 4 June 2021 17:04 GMT | Updated: 5 June 2021 08:10 GMT", "2021-06-04T17:04Z", "2021-06-05T08:10Z")]
    [InlineData("Last updated on June 5, 2021 9.15am GMT", null, "2021-06-05T09:15Z")]
    [InlineData("Fri 4 Jun 2021 17.04 GMT\nLast modified on Sat 5 Jun 2021 08.10 GMT", "2021-06-04T17:04Z", "2021-06-05T08:10Z")]
    [InlineData("27/11/2020 01:57 | Updated 27/11/2020 19:20", "2020-11-27T01:57", "2020-11-27T19:20")]
    [InlineData("Posted: Friday, June 4, 2021, 8:09 PM Report an error on this page.", "2021-06-04T20:09", null)]
    [InlineData("23. März 2021, 13:25 Uhr", "2021-03-23T13:25", null)]
    [InlineData("Posted 03/04/2021", null, null)]
    [InlineData("Dienstag, 23. März 2021, 13:25 Uhr", "2021-03-23T13:25", null)]
    [InlineData("Veröffentlicht am Dienstag, 23. März 2021 | Aktualisiert am 24. März 2021 um 8.10 Uhr", "2021-03-23", "2021-03-24T08:10")]
    [InlineData("Publié le mardi 23 mars 2021 à 13h25 - Mis à jour le 24 mars 2021 à 08h10", "2021-03-23T13:25", "2021-03-24T08:10")]
    [InlineData("Publicado el martes, 23 de marzo de 2021 a las 13:25", "2021-03-23T13:25", null)]
    [InlineData("Pubblicato il martedì 23 marzo 2021 alle ore 13:25", "2021-03-23T13:25", null)]
    [InlineData("Publicado em terça-feira, 23 de março de 2021 às 13h25", "2021-03-23T13:25", null)]
    [InlineData("입력 2021. 3. 23. 오후 1:25 수정 2021. 3. 24. 오전 8:10", "2021-03-23T13:25", "2021-03-24T08:10")]
    [InlineData("2021년 3월 23일 화요일", "2021-03-23", null)]
    [InlineData("公開日：2021年3月23日（火） 13:25", "2021-03-23T13:25", null)]
    [InlineData("2021年3月23日火曜日 午後1:25", "2021-03-23T13:25", null)]
    public void Date_lines_are_read_and_no_button_stays_behind_them(string lines, string? published, string? updated)
    {
        var article = Parsed.Text($"Council opens bridge\n\n{lines}\n\n{Story}");

        Assert.Equal((published, updated), (article.Published?.ToString(), article.Updated?.ToString()));
        Assert.Null(article.Dateline);
        Assert.DoesNotContain("Report an error", article.Text, StringComparison.Ordinal);
        Assert.Equal("Council opens bridge", article.Title);
    }

    [Theory]
    [InlineData("June 4, 2021: ")]
    [InlineData("(June 4, 2021) — ")]
    [InlineData("Friday, June 4, 2021 - ")]
    public void A_date_that_opens_the_lead_dates_the_article_and_not_its_title(string opening)
    {
        var article = Parsed.Text(opening + Story);

        Assert.Equal(
            ("2021-06-04", "The council opened a new bridge over the river on Thursday"),
            (article.Published?.ToString(), article.Title)
        );
    }

    [Theory]
    [InlineData("Der Rat tagt am Dienstag, 23. März 2021, in Hafenstadt.")]
    [InlineData("Le conseil se réunit le mardi 23 mars 2021 à la mairie.")]
    [InlineData("Version 2021. 3. 23. of the plan was refused.")]
    [InlineData("Edward Updated his will on 23 March 2021 in Hull.")]
    public void A_sentence_with_a_date_in_it_is_no_date_line(string sentence) =>
        Assert.Null(Parsed.Text($"Council opens bridge\n\n{sentence}\n\n{Story}").Published);

    [Fact]
    public void A_flag_is_no_date()
    {
        List<string> notes = [];

        var article = Parsed.Markdown($"---\ntitle: Bridge\npublished: true\ndate: 2021-06-03 13:25:00 +0900\n---\n{Story}", notes.Add);

        Assert.Equal("2021-06-03T13:25+09:00", article.Published?.ToString());
        Assert.Empty(notes);
    }

    [Fact]
    public void Offsets_are_weighed_when_articles_are_ordered()
    {
        var tokyo = PublicationDate.Parse("2024-02-24T05:00+09:00");
        var london = PublicationDate.Parse("2024-02-23T22:00Z");
        var undatedTime = PublicationDate.Parse("2024-02-23");

        Assert.True(tokyo < london);
        Assert.True(undatedTime < tokyo);
    }

    [Fact]
    public async Task A_date_in_the_future_is_told_of_and_holds_back_what_its_front_matter_dates()
    {
        using var coverage = new CoverageFolder()
            .Add("a.md", "---\ntitle: Bridge\ndate: 2242-01-01\n---\n" + Story)
            .Add("b.jsonl", """{"id":"b","published":"2242-01-01","text":"The ferry sank in the storm."}""");

        var report = await coverage.IndexAsync(TestContext.Current.CancellationToken);

        Assert.Equal("b", Assert.Single(coverage.Store.Articles.Keys).Value);
        Assert.Contains("2242-01-01", Assert.Single(report.Skipped).Reason, StringComparison.Ordinal);
        Assert.Contains("future", Assert.Single(report.Failed).Reason, StringComparison.Ordinal);
    }
}
