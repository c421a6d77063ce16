using BriefingBot.Storage.Search.Words;
using Xunit;

namespace BriefingBot.Storage.Tests.Search;

public sealed class PassageTermsTests
{
    [Fact]
    public void Terms_are_read_as_they_were_written_each_once_with_how_often_it_stands_there()
    {
        Random random = new(4);
        for (int round = 0; round < 200; round++)
        {
            int[] terms = [.. Enumerable.Range(0, random.Next(120)).Select(_ => 1 + (int)Math.Pow(random.NextDouble() * 1000, 2.9))];
            var expected = terms.GroupBy(term => term).OrderBy(group => group.Key).Select(group => (group.Key, group.Count())).ToList();

            List<(int, int)> read = [];
            PassageTerms reader = new(PassageTerms.Write([.. terms]));
            while (reader.Read())
            {
                read.Add((reader.Term, reader.Frequency));
            }

            Assert.Equal(expected, read);
        }
    }

    [Fact]
    public void The_greatest_number_of_a_term_fits()
    {
        PassageTerms reader = new(PassageTerms.Write([int.MaxValue, int.MaxValue, 1]));

        Assert.True(reader.Read());
        Assert.Equal((1, 1), (reader.Term, reader.Frequency));
        Assert.True(reader.Read());
        Assert.Equal((int.MaxValue, 2), (reader.Term, reader.Frequency));
        Assert.False(reader.Read());
    }
}
