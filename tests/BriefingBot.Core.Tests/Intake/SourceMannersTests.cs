using BriefingBot.Core.Intake;
using BriefingBot.TestServers.News;
using Xunit;

namespace BriefingBot.Core.Tests.Intake;

/// <summary>What a source says of all its items: its pages one by one, its language, its way with dates.</summary>
public sealed class SourceMannersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_of_pages_is_read_page_by_page_and_a_line_that_names_none_costs_only_itself()
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News["/bridge"] = FakeNewsPage.Of($"<article><h1>Bridge opens</h1><p>{Newsroom.Story}</p></article>");
        room.News["/ferry"] = FakeNewsPage.Of(
            $"<article><h1>Ferry stops</h1><p>{Newsroom.Story} The ferry makes its last crossing on Friday.</p></article>"
        );
        room.News["/pages.txt"] = FakeNewsPage.Of(
            $"# what we read\n{room.News.At("/bridge")}\n\nferry  # seen from here\nferry\nftp://news.example/x\nnot an address\n",
            "text/plain"
        );
        await room.AddAsync(SourceKind.PageList, "/pages.txt", static source => source with { Language = "de-AT" });

        var check = await room.CheckAsync();

        Assert.Equal(2, check.Added);
        Assert.Equal(["line 6 is not the address of a page.", "line 7 is not the address of a page."], check.Failures);
        Assert.All(
            room.News.Requests.Where(static request => request.Path != "/robots.txt"),
            static request => Assert.Equal("de-AT", request.Language)
        );
    }

    [Theory]
    [InlineData(DateOrder.DayFirst, "03/04/2024", "2024-04-03")]
    [InlineData(DateOrder.MonthFirst, "03/04/2024", "2024-03-04")]
    [InlineData(DateOrder.DayFirst, "3.4.2024 18:30", "2024-04-03 18:30")]
    [InlineData(DateOrder.MonthFirst, "31/04/2024", "31/04/2024")]
    [InlineData(DateOrder.DayFirst, "30/02/2024", "30/02/2024")]
    [InlineData(DateOrder.Unknown, "03/04/2024", "03/04/2024")]
    [InlineData(DateOrder.DayFirst, "2024-03-04T08:00:00Z", "2024-03-04T08:00:00Z")]
    [InlineData(DateOrder.DayFirst, "03/04/20245", "03/04/20245")]
    public async Task A_date_of_numbers_is_read_in_the_order_of_its_source(DateOrder order, string written, string kept)
    {
        await using var room = await Newsroom.StartAsync(Cancel);
        room.News["/articles.jsonl"] = FakeNewsPage.Of(
            $$"""{"id":"a","title":"Bridge opens","published":"{{written}}","text":"{{Newsroom.Story}}"}"""
        );
        await room.AddAsync(SourceKind.JsonLines, "/articles.jsonl", source => source with { DateOrder = order });

        await room.CheckAsync();

        Assert.Contains($"\"published\":\"{kept}\"", Assert.Single(room.Files), StringComparison.Ordinal);
        Assert.Equal(order, (await room.EntryAsync()).Source.DateOrder);
    }
}
