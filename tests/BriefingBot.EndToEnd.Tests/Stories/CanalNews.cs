using System.Text.Json;

namespace BriefingBot.EndToEnd.Tests.Stories;

/// <summary>
/// Three reports of one accident, two of them one agency's text, among news that is near to it: another accident, another matter of the
/// same town, a digest.
/// </summary>
internal static class CanalNews
{
    private const string Wire = """
        COLDHARBOR (AP) — Two people were killed when a city bus plunged into a canal in Coldharbor on Thursday morning, police said.

        The bus broke through a railing on Mill Street and sank within minutes. Divers pulled eleven passengers from the water, and seven of them were taken to St. Brigid hospital, Police Chief Nora Falk said.

        The driver, who survived, told officers that the brakes had failed. The bus belonged to the transport company Linea, which withdrew nineteen others of the same kind from service.

        "I saw the bus turn and then it was gone," said Peter Lind, a baker who helped passengers out of the water.

        Prosecutors opened an inquiry and seized the records of the company. The canal was closed to boats until further notice.
        """;

    private static readonly object[] Articles =
    [
        new
        {
            id = "herald",
            title = "Two killed as bus plunges into Coldharbor canal",
            published = "2024-05-02T10:00Z",
            outlet = "Daily Herald",
            text = Wire,
        },
        new
        {
            id = "post",
            title = "Bus sinks in canal, killing two",
            published = "2024-05-02T12:00Z",
            outlet = "Evening Post",
            text = Wire,
        },
        new
        {
            id = "times",
            title = "Death toll of Coldharbor canal bus accident rises to five",
            published = "2024-05-03T09:00Z",
            outlet = "Brakewater Times",
            text = """
                Five people were killed when a city bus plunged into a canal in Coldharbor, police said on Friday, after three passengers had died of their injuries at St. Brigid hospital overnight.

                The bus of the transport company Linea had left Mill Street on Thursday morning and broken through a railing before it sank. Its driver blamed the brakes.

                Police Chief Nora Falk said that divers had searched the canal once more and found nobody. Linea keeps nineteen buses of the same kind off the streets while prosecutors look into its records.
                """,
        },
        new
        {
            id = "other-bus",
            title = "Twelve hurt as school bus overturns near Farrowby",
            published = "2024-05-03T08:00Z",
            outlet = "Daily Herald",
            text = """
                Twelve children were hurt when a school bus overturned on an icy road near Farrowby on Friday morning, the fire brigade said.

                None of them is in danger. The driver of the bus had braked for a deer, he told officers, and the bus slid into a ditch.

                The school sent its pupils home. The province has promised to salt the road more often since a similar accident in January.
                """,
        },
        new
        {
            id = "canal-path",
            title = "Coldharbor council approves cycle path along canal",
            published = "2024-05-03T11:00Z",
            outlet = "Brakewater Times",
            text = """
                The council of Coldharbor has approved a cycle path along the old canal, which will cost 3.2 million crowns.

                Work is to begin in autumn and to last fourteen months. Councillor Jon Aster of the Greens called the vote a good day for the town; three members of the Farmers' Party voted against it.

                The path will lead from the market hall to the power station and have lamps that dim when nobody passes.
                """,
        },
        new
        {
            id = "digest",
            title = "5 things to know for May 3: Canal bus, Bakers, Elections, Tram line, Weather",
            published = "2024-05-03T06:00Z",
            outlet = "Evening Post",
            text = """
                Here is what you need to know to get on with your day.

                1. A bus plunged into a canal in Coldharbor on Thursday and two people were killed. Prosecutors have opened an inquiry.

                2. The bakers of Farrowby vote today on whether to end their strike over flour prices.

                3. Polls open on Sunday in the province of Eastwold, where the Farmers' Party hopes to win for the first time.

                4. The new tram line of Arnfield will cost twice what was planned, its builders say.

                5. Rain is expected in the west, and the first warm weekend of the year in the south.
                """,
        },
    ];

    /// <summary>As lines of JSON.</summary>
    public static string Lines { get; } = string.Join('\n', Articles.Select(article => JsonSerializer.Serialize(article)));
}
