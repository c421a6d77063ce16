using BriefingBot.Core.Conversations;

namespace BriefingBot.EndToEnd.Tests.Answers;

/// <summary>
/// What an answer owes the question: its time, the newest figure, the name that was meant, and silence where the coverage has another
/// story.
/// </summary>
public sealed class HonestAnswersTests : IAsyncLifetime
{
    private static readonly (string, string) Vote = (
        "vote.txt",
        """
        Vardal council votes to shut Orme pier

        By Ida Kestrel

        April 9, 2024

        The town council of Vardal voted eight to five on Tuesday to shut the Orme pier, which has stood since 1904.

        About 6,000 people live on Orme Island. "We looked at every plank," said council leader Britta Hallen. The pier loses 1.5 million crowns a year.

        The last boat will sail on September 30.
        """
    );

    private static readonly (string, string) Wires = (
        "wire.jsonl",
        """
        {"id":"blast1","title":"Blast at Halvik mine kills three","published":"2024-04-20T07:00Z","outlet":"Vardal Wire","text":"HALVIK (Vardal Wire) - A blast at a mine in Halvik killed three people early on Saturday, police said. Four miners were hurt."}
        {"id":"blast2","title":"Halvik mine blast: death toll rises to seven","published":"2024-04-20T20:00Z","outlet":"Vardal Wire","text":"HALVIK (Vardal Wire) - The number of people killed in a blast at a mine in Halvik rose to seven on Saturday evening, police said. The cause is not known."}
        {"id":"bridge","title":"Minister approves Sund bridge","published":"2024-04-12","outlet":"Vardal Wire","text":"Transport Minister Odd Renner approved a bridge over the Sund on Friday. It will cost 420 million crowns and open in 2030."}
        """
    );

    private Newsroom _news = null!;

    public async ValueTask InitializeAsync() => _news = await Newsroom.OpenAsync("2024-04-22", Vote, Wires);

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Fact]
    public async Task How_many_people_is_not_answered_by_a_number_of_something_else()
    {
        const string flu = """
            Bird flu found in the Vale

            March 2, 2024 - 08:00

            Bird flu has been found on six turkey farms in the Vale, vets said on Saturday. About 45,000 birds will be killed in the outbreak.
            """;
        const string fire = """
            Fire at the Carrow mill

            March 5, 2024 - 08:00

            A fire at a paper mill in Carrow killed two early on Tuesday, police said. The mill has 140 workers.
            """;
        await using var newsroom = await Newsroom.OpenAsync("2024-03-08", ("flu.txt", flu), ("fire.txt", fire));

        Assert.True((await newsroom.AskAsync("How many people died in the bird flu outbreak?")).Answer.Abstained);
        Assert.Contains(
            "45,000",
            (await newsroom.AskAsync("How many birds will be killed in the bird flu outbreak?")).Text(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "killed two",
            (await newsroom.AskAsync("How many people died in the fire at the Carrow paper mill?")).Text(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "140 workers",
            (await newsroom.AskAsync("How many workers does the Carrow mill have?")).Text(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("How many people died in the Halvik mine blast?")]
    [InlineData("How many people were killed in the blast at the mine in Halvik?")]
    public async Task The_newest_figure_comes_first_with_the_times_of_the_reports(string question)
    {
        var reply = await _news.AskAsync(question);

        Assert.Contains("seven", reply.Answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Contains(
            reply.Notes,
            note => note.Contains("20:00", StringComparison.Ordinal) && note.Contains("07:00", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("What happened in Halvik in March 2024?")]
    [InlineData("Who approved the Sund bridge yesterday?")]
    public async Task A_period_without_reports_is_said_and_nothing_of_another_time_answers(string question)
    {
        var reply = await _news.AskAsync(question);

        Assert.True(reply.Answer.Abstained, reply.Text());
        Assert.Contains(reply.Notes, note => note.StartsWith("The coverage has nothing on this from", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_misspelled_name_finds_the_name_and_says_so()
    {
        var reply = await _news.AskAsync("who is britta hallan");

        Assert.Contains("Britta Hallen", reply.Text(), StringComparison.Ordinal);
        Assert.Contains(reply.Notes, note => note.Contains("“hallan” was read as “Hallen”", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Do 6000 people live on Orme Island?", "6,000")]
    [InlineData("Was the vote of the council of Vardal 8-5?", "eight to five")]
    [InlineData("What costs 420,000,000 crowns?", "420 million")]
    public async Task Numbers_are_found_in_other_forms(string question, string holds) =>
        Assert.Contains(holds, (await _news.AskAsync(question)).Text(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Why was Britta Hallen arrested?")]
    [InlineData("When did Odd Renner resign?")]
    [InlineData("How many people died on the Orme pier?")]
    [InlineData("When did people die on the Orme pier?")]
    [InlineData("How many people were killed on Orme Island?")]
    public async Task What_the_coverage_never_says_of_somebody_is_refused(string question)
    {
        var reply = await _news.AskAsync(question);
        Assert.True(reply.Answer.Abstained, reply.Text());
    }

    [Theory]
    [InlineData("When did Britta Hallen approve the Sund bridge?", false)]
    [InlineData("Why did Britta Hallen approve a bridge over the Sund?", false)]
    [InlineData("When did Odd Renner approve the Sund bridge?", true)]
    [InlineData("When was the Sund bridge approved?", true)]
    [InlineData("What did Odd Renner approve?", true)]
    public async Task What_only_others_did_answers_nothing(string question, bool isTold)
    {
        var reply = await _news.AskAsync(question);
        Assert.Equal(isTold, !reply.Answer.Abstained);
    }

    [Fact]
    public async Task A_follow_up_means_the_event_before()
    {
        var reply = await _news.AskAsync("How many were killed?", "What happened at the mine in Halvik?");
        Assert.Contains("seven", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_numeric_date_is_read_like_any_other()
    {
        var reply = await _news.AskAsync(new IncomingMessage("What happened on 9/4/2024?") { AsOf = new DateOnly(2024, 4, 22) });
        Assert.Contains("vote", reply.Cited());
    }
}
