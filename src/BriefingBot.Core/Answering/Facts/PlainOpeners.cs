using System.Collections.Frozen;

namespace BriefingBot.Core.Answering.Facts;

/// <summary>Words that open sentences of news and are no names there, besides those of <see cref="Text.SentenceOpeners"/>.</summary>
internal static class PlainOpeners
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        """
        besides furthermore consequently therefore thus hence accordingly alternatively conversely likewise nonetheless nevertheless otherwise rather ultimately eventually
        currently initially originally subsequently simultaneously meantime afterward afterwards beforehand together altogether generally typically usually normally often
        sometimes occasionally frequently rarely always never perhaps maybe possibly probably apparently allegedly reportedly presumably clearly obviously certainly notably
        particularly specifically especially importantly significantly interestingly surprisingly unfortunately fortunately hopefully sadly historically traditionally
        politically economically financially globally nationally locally internationally domestically officially formally publicly privately personally immediately suddenly
        quickly gradually shortly soon lately briefly roughly approximately around circa barely hardly exactly precisely simply basically essentially largely mainly mostly
        partly fully completely entirely widely broadly next previously today tonight yesterday tomorrow amid amidst alongside along beyond below above beneath behind beside
        inside outside near toward towards upon via per against regarding concerning considering counting excluding barring notwithstanding regardless except plus minus versus
        asked adding added speaking talking saying calling citing noting using based compared combined contrary thanks owing due prior ahead back apart aside starting
        beginning ending working looking seeing taking making giving getting going coming having being becoming joining leaving living moving holding keeping putting running
        supporting opposing facing following responding reacting turning
        people persons women men children students pupils teachers parents families residents citizens voters workers employees officials authorities officers police experts
        analysts economists scientists researchers doctors nurses patients investigators prosecutors lawyers attorneys judges jurors lawmakers legislators politicians senators
        leaders members ministers diplomats ambassadors negotiators mediators soldiers troops forces fighters rebels militants protesters demonstrators activists advocates
        critics supporters opponents allies rivals candidates nominees winners players fans coaches teams clubs crews passengers travelers travellers tourists visitors migrants
        refugees survivors victims suspects witnesses neighbors neighbours relatives friends colleagues customers consumers shoppers buyers sellers investors traders borrowers
        lenders companies firms businesses banks airlines carriers hospitals schools universities cities towns countries nations states governments agencies organizations
        organisations organizers organisers groups unions parties courts reporters journalists observers viewers readers users spokespeople firefighters rescuers farmers drivers
        reports sources documents records figures data numbers statistics results estimates forecasts polls surveys studies tests investigations inquiries talks negotiations
        discussions meetings sanctions tariffs prices costs wages rates sales exports imports shares stocks markets profits losses taxes elections protests rallies strikes
        attacks airstrikes explosions fires wildfires floods storms temperatures damage deaths injuries casualties cases infections vaccines tensions concerns fears questions
        doubts efforts plans proposals changes reforms rules laws measures restrictions evacuations operations production construction support opposition pressure demand
        supply inflation unemployment climate weather water power electricity oil gas fuel food money news coverage details information history
        part half none everyone everybody anyone anybody someone somebody something anything everything nobody whatever whoever whichever whether once twice less fewer least
        enough plenty numerous various multiple different similar certain single double triple additional further extra new old young early late big small large great major
        minor key main chief top senior former current recent present future past possible potential likely unlikely true false good bad better best worse worst strong weak
        high higher highest low lower lowest long short full free open public private local national regional international global foreign domestic federal military political
        economic social financial legal medical official
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Is it such a word?</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
