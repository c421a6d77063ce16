using System.Collections.Frozen;

namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>
/// The names by which site generators, publishing systems and feeds call the fields of an article. Case, hyphens, underscores, colons and
/// dots do not count. Where a source has several, the one that stands first here wins.
/// </summary>
internal static class FieldNames
{
    private static readonly (ArticleField Field, string Names)[] Lists =
    [
        (ArticleField.Title, "title headline headlines name ogtitle"),
        (ArticleField.Outlet, "outlet publisher publication source sitename ogsitename website newspaper"),
        (ArticleField.Byline, "byline author authors creator dccreator writer writers by credits primaryauthor articleauthor"),
        (
            ArticleField.Published,
            "published date publishedat publishedon publishedtime publisheddate datepublished datepublication "
                + "publishdate publishtime publicationdate pubdate pubdatetime "
                + "articlepublishedtime firstpublished firstpublishedat firstpublishdate firstpublicationdate "
                + "displaydate issued dcdate dcdateissued posted postedat posteddate postdate dategmt datetime timestamp "
                + "created createdat creationdate datecreated"
        ),
        (
            ArticleField.Updated,
            "updated updatedat updatedon updatedtime updateddate dateupdated updatedate modified modifiedat "
                + "modifiedtime modifieddate datemodified moddatetime articlemodifiedtime lastmod lastmodified "
                + "lastmodifiedat "
                + "lastupdated lastupdateddate lastupdatedate modifiedgmt"
        ),
        (ArticleField.Url, "url link canonicalurl canonical permalink weburl externalurl mainentityofpage originalurl sourceurl"),
        (ArticleField.Collection, "collection"),
        (
            ArticleField.Text,
            "text articlebody body bodytext bodyhtml content contenttext contenthtml contentencoded fulltext maintext "
                + "html plaintext markdown story article contentelements"
        ),
        (ArticleField.Id, "id guid uuid oid articleid"),
        (ArticleField.Draft, "draft isdraft unpublished"),
        (ArticleField.Status, "status state poststatus"),
    ];

    private static readonly FrozenDictionary<string, (ArticleField Field, int Rank)> ByName = Lists
        .SelectMany(list => list.Names.Split(' ').Select((name, rank) => KeyValuePair.Create(name, (list.Field, rank))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The fields that a manifest may hold, for messages.</summary>
    public const string Known = "title, outlet, byline, published, updated, url and collection";

    /// <summary>What a name means, and its rank among the names of that field, from 0.</summary>
    public static (ArticleField Field, int Rank) Of(string name)
    {
        if (name.Length > 64)
        {
            return default;
        }

        Span<char> bare = stackalloc char[name.Length];
        int length = 0;
        foreach (char c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                bare[length++] = char.ToLowerInvariant(c);
            }
        }

        return ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(bare[..length], out var found) ? found : default;
    }
}
