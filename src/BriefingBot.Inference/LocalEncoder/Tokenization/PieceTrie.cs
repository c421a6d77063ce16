namespace BriefingBot.Inference.LocalEncoder.Tokenization;

/// <summary>
/// The pieces of a vocabulary by their UTF-16 units, as a trie whose edges lie in one open-addressed hash table. Immutable once built; safe for concurrent
/// reading.
/// </summary>
internal sealed class PieceTrie
{
    /// <summary>The node to start from.</summary>
    public const int Root = 0;

    /// <summary>What <see cref="Next"/> gives when there is no such edge: no edge leads back to the root.</summary>
    public const int None = 0;

    private const uint HashFactor = 0x9E3779B1;

    private readonly List<int> _pieceAtNode = [-1];
    private uint[] _keys = new uint[1 << 12];
    private ushort[] _targets = new ushort[1 << 12];
    private int _edges;
    private int _shift = 32 - 12;

    /// <summary>Follows the edge of a UTF-16 unit; <see cref="None"/> when there is none.</summary>
    public int Next(int node, char unit)
    {
        uint key = ((uint)node << 16) | unit;
        uint[] keys = _keys;
        ushort[] targets = _targets;
        for (uint slot = (key * HashFactor) >> _shift; ; slot = (slot + 1) & (uint)(keys.Length - 1))
        {
            int target = targets[slot];
            if (target == None || keys[slot] == key)
            {
                return target;
            }
        }
    }

    /// <summary>Whether a piece ends at the node, and its id.</summary>
    public bool TryGetPiece(int node, out int id)
    {
        id = _pieceAtNode[node];
        return id >= 0;
    }

    /// <summary>Adds a piece; one that is there already takes the new id.</summary>
    public void Add(string piece, int id)
    {
        int node = Root;
        foreach (char unit in piece)
        {
            int next = Next(node, unit);
            node = next == None ? AddEdge(node, unit) : next;
        }

        _pieceAtNode[node] = id;
    }

    private ushort AddEdge(int node, char unit)
    {
        if (_pieceAtNode.Count > ushort.MaxValue)
        {
            throw new InvalidDataException("The vocabulary has more distinct beginnings of pieces than a trie of 16-bit nodes holds.");
        }

        if (++_edges * 2 > _keys.Length)
        {
            Grow();
        }

        ushort target = (ushort)_pieceAtNode.Count;
        _pieceAtNode.Add(-1);
        Put(((uint)node << 16) | unit, target);
        return target;
    }

    private void Grow()
    {
        uint[] keys = _keys;
        ushort[] targets = _targets;
        _keys = new uint[keys.Length * 2];
        _targets = new ushort[keys.Length * 2];
        _shift--;
        for (int slot = 0; slot < keys.Length; slot++)
        {
            if (targets[slot] != None)
            {
                Put(keys[slot], targets[slot]);
            }
        }
    }

    private void Put(uint key, ushort target)
    {
        uint slot = (key * HashFactor) >> _shift;
        while (_targets[slot] != None)
        {
            slot = (slot + 1) & (uint)(_keys.Length - 1);
        }

        _keys[slot] = key;
        _targets[slot] = target;
    }
}
