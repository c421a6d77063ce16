using BriefingBot.Storage.Search.Words;
using Xunit;

namespace BriefingBot.Storage.Tests.Search;

public sealed class PostingCacheTests
{
    [Fact]
    public void Past_its_budget_it_forgets_what_was_not_used_for_longest()
    {
        PostingCache cache = new(mostEntries: 100);
        for (int i = 0; i < 10; i++)
        {
            cache.Keep($"s{i}", List(10));
        }

        Assert.NotNull(cache.Find("s0"));
        cache.Keep("s10", List(10));

        Assert.NotNull(cache.Find("s0"));
        Assert.NotNull(cache.Find("s10"));
        Assert.Null(cache.Find("s1"));
        Assert.Equal(5, Enumerable.Range(0, 11).Count(i => cache.Find($"s{i}") is not null));
    }

    [Fact]
    public void A_list_that_takes_the_place_of_another_counts_once()
    {
        PostingCache cache = new(mostEntries: 100);
        cache.Keep("kept", List(40));
        for (int i = 0; i < 20; i++)
        {
            cache.Keep("grows", List(40 + i));
        }

        Assert.NotNull(cache.Find("kept"));
    }

    [Fact]
    public void Without_a_budget_nothing_is_kept()
    {
        PostingCache cache = new(mostEntries: 0);
        cache.Keep("a", List(3));

        Assert.Null(cache.Find("a"));
    }

    [Fact]
    public void A_list_is_counted_as_far_as_the_rows_that_a_reader_knows()
    {
        PostingList list = new([2, 5, 9], [1, 1, 1], 3, 0, 10);

        Assert.Equal([0, 1, 2, 3], new[] { 2, 5, 9, 10 }.Select(list.CountBelow));
    }

    private static PostingList List(int count) => new([.. Enumerable.Range(0, count)], new ushort[count], count, 0, count);
}
