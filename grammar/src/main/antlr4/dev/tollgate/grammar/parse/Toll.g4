/*
 * The policy language: one clause is one line. Read it top down: declarations, the clauses of each,
 * then what clauses are made of, then words.
 *
 * - A line end is a token. Where a list or a bracket may go on in the next line, the rule says so.
 * - Every block has the same shape, and every clause begins with its own word: recovery relies on both.
 * - Words are judged by nobody here: whether `enterprize` is an edition is not a question of grammar.
 * - The rows of a table of cases are not among the tokens here: CaseTables has made a test of each.
 * - Tokens are looser than the language. LexicalCheck says what is wrong with `5,000` or 2026-02-30.
 */
grammar Toll;

// The `|` of a table of cases; CaseTables tells them from a wrong `or`.
tokens { BAR }

file
    : (declaration acceptance*)? (NEWLINE (declaration acceptance*)?)* EOF
    ;

// ---- Declarations -------------------------------------------------------------------------------

declaration
    : productHeader productBlock        # product
    | ruleHeader ruleBlock              # rule_
    | contractHeader contractBlock      # contract
    | testsFor                          # tests
    | testHeader testBlock              # test
    | checkHeader checkBlock            # check
    ;

productHeader
    : PRODUCT word text?
    ;

ruleHeader
    : RULE text FOR target
    ;

contractHeader
    : CONTRACT text FOR word ACCOUNT accountId
    ;

testsFor
    : TESTS FOR target (AS OF point)?
    ;

testHeader
    : TEST text
    ;

checkHeader
    : CHECK text
    ;

target
    : DOTTED
    | word
    ;

accountId
    : name
    | text
    ;

// ---- Clauses of a product -----------------------------------------------------------------------

productBlock
    : acceptance* LBRACE (productClause acceptance*)? (NEWLINE (productClause acceptance*)?)* RBRACE
    ;

productClause
    : ZONE zoneName                                                                 # zone
    | UNIT word (comma word)? (TO NUMBER DECIMAL (PLACE | PLACES))?                 # unit
    | SEAT word (comma word)?                                                       # seat
    | FACT word factType (comma? UNLESS STATED literal)?                            # fact
    | KEY names                                                                     # keys
    | EDITION word text? (ALSO names)? (NUMBER_WORD NUMBER)?                        # edition
    | CALLS OPEN                                                                    # callsOpen
    | CALLS word ARE selectors (EXCEPT selectors)?                                  # callGroup
    | CALLS selectors (WITH parameter (comma parameter)*)?                          # calls
    | quotaHeader quotaBlock                                                        # quota
    | addOnHeader addOnBlock                                                        # addOn
    ;

factType
    : ONE OF words
    | valueType
    ;

parameter
    : name (UP TO NUMBER)? (ONE OF LPAREN names RPAREN | valueType)?
    ;

valueType
    : YES OR NO     # yesOrNo
    | COUNT         # count
    | MONEY         # money
    | DATE_WORD     # date
    | ZONE          # zoneType
    | PERCENT_WORD  # percentType
    | TEXT_WORD     # freeText
    | NAME          # inUnit
    | CALLS         # inUnit
    ;

quotaHeader
    : QUOTA word text? IN word
    ;

addOnHeader
    : ADDON word text?
    ;

// ---- Clauses of a quota -------------------------------------------------------------------------

quotaBlock
    : acceptance* LBRACE (quotaClause acceptance*)? (NEWLINE (quotaClause acceptance*)?)* RBRACE
    ;

quotaClause
    : COUNTS callChoice (EXCEPT selectors)? when?                                   # counts
    | PER ALL ACCOUNTS (comma names)?                                               # perAllAccounts
    | PER names                                                                     # perAccount
    | WINDOW window                                                                 # turns
    | allot                                                                         # allotment
    | plus                                                                          # plusAllotment
    | callCost                                                                      # quotaCost
    | failedCalls                                                                   # failed
    | WARN AT percent (comma percent)*                                              # warnAt
    | WAS word                                                                      # was
    | RESTARTS AT point                                                             # restartsAt
    | DENY denial                                                                   # deny
    | ALLOW UP TO percent MORE_WORD comma? THEN DENY denial                              # allowMore
    | ALLOW AND REPORT period? when?                                                # allowAndReport
    | STATUS NUMBER                                                                 # status
    | HEADER text text                                                              # header
    | BODY json                                                                     # body
    | versionHeader versionBlock                                                    # version
    ;

versionHeader
    : VERSION word text? period?
    ;

versionBlock
    : acceptance* LBRACE (versionClause acceptance*)? (NEWLINE (versionClause acceptance*)?)* RBRACE
    ;

versionClause
    : allot                                 # versionAllotment
    | plus                                  # plusVersionAllotment
    | callCost                              # versionCost
    | failedCalls                           # versionFailed
    | grandfatherHeader grandfatherBlock    # grandfather
    ;

grandfatherHeader
    : GRANDFATHER word
    ;

grandfatherBlock
    : acceptance* LBRACE (grandfatherClause acceptance*)? (NEWLINE (grandfatherClause acceptance*)?)* RBRACE
    ;

grandfatherClause
    : ACCOUNTS condition        # grandfatherAccounts
    | KEEP GREATER              # grandfatherKeep
    | UNTIL (FOREVER | point)   # grandfatherUntil
    ;

allot
    : ALLOT editionChoice? BASE? amount cap? when?
    ;

plus
    : PLUS amount cap? when?
    ;

cap
    : CAP amount
    | NO CAP
    ;

editionChoice
    : ANY EDITION
    | words
    ;

callCost
    : (CALL selectors | anyCall) when? charge
    ;

callChoice
    : anyCall
    | selectors
    ;

anyCall
    : ANY OTHER? CALL
    ;

failedCalls
    : FAILED CALLS COST (NOTHING | THE SAME)
    ;

denial
    : word? text? period? when?
    ;

window
    : ROLLING stretch                               # rolling
    | CALENDAR stretch (IN zoneChoice)?             # calendar
    | EVERY stretch FROM subject                    # every
    | BUCKET                                        # bucket
    | IN FLIGHT comma? FORGOTTEN AFTER stretch      # inFlight
    | stretch FROM THE FIRST CALL                   # fromFirstCall
    ;

zoneChoice
    : ACCOUNT ZONE
    | zoneName
    ;

json
    : LBRACE NEWLINE* (member (comma member)* NEWLINE*)? RBRACE     # obj
    | LBRACK NEWLINE* (json (comma json)* NEWLINE*)? RBRACK         # arr
    | text                                                          # str
    | MINUS? NUMBER                                                 # num
    | name                                                          # wordInBody
    ;

member
    : text COLON json
    ;

// ---- Clauses of an add-on -----------------------------------------------------------------------

addOnBlock
    : acceptance* LBRACE (addOnClause acceptance*)? (NEWLINE (addOnClause acceptance*)?)* RBRACE
    ;

addOnClause
    : FOR editionChoice                                             # forEditions
    | ADDS TO name                                                  # addsTo
    | ADDS quantity EACH TO name                                    # addsEach
    | RAISES name TO amount                                         # raises
    | SETS name TO amount                                           # sets
    | MOST amount                                                   # most
    | NEEDS ADDON name                                              # needsAddOn
    | NEEDS condition                                               # needsCondition
    | BILL BOUGHT comma? PER billPeriod (comma A MONTH IS stretch)?     # billBought
    | BILL USED comma? PER CALENDAR billPeriod comma? MONTHLY           # billUsed
    | PRICE word (PER NUMBER)? VOLUME? slabBlock                    # slabs
    | PRICE word FLAT NUMBER                                        # flat
    | PRICE word PACKS packBlock                                    # packs
    ;

billPeriod
    : DAY
    | MONTH
    ;

slabBlock
    : acceptance* LBRACE (slab acceptance*)? (NEWLINE (slab acceptance*)?)* RBRACE
    ;

slab
    : (FIRST NUMBER | NEXT NUMBER | BEYOND) (AT NUMBER | FREE)
    ;

packBlock
    : acceptance* LBRACE (pack acceptance*)? (NEWLINE (pack acceptance*)?)* RBRACE
    ;

pack
    : NUMBER FOR NUMBER
    ;

// ---- Clauses of rules and contracts -------------------------------------------------------------

ruleBlock
    : acceptance* LBRACE (ruleClause acceptance*)? (NEWLINE (ruleClause acceptance*)?)* RBRACE
    ;

ruleClause
    : WHEN condition            # ruleHolds
    | period                    # ruleInForce
    | ADD BASE? amount          # add
    | SET BASE? amount cap?     # set
    | plus                      # plusRule
    | callCost                  # ruleCost
    | OVERRIDES text            # overrides
    ;

contractBlock
    : acceptance* LBRACE (contractClause acceptance*)? (NEWLINE (contractClause acceptance*)?)* RBRACE
    ;

contractClause
    : period                                # contractInForce
    | ALLOT word BASE? amount cap?          # contractAllotment
    | plus                                  # plusContract
    | callCost                              # contractCost
    | KEEP GREATER                          # keepGreater
    ;

// ---- Clauses of tests ---------------------------------------------------------------------------

testBlock
    : acceptance* LBRACE (testClause acceptance*)? (NEWLINE (testClause acceptance*)?)* RBRACE
    ;

testClause
    : ACCOUNT accountItems expect?      # account
    | BOUGHT NUMBER word                # bought
    | USES UP TO NUMBER word            # uses
    | AS OF point                       # asOf
    | (AT point)? action expect?        # step
    | AT point ACCOUNT accountItems expect?     # change
    | TEXT_WORD textBlock               # candidate
    | expect                            # expected
    ;

accountItems
    : accountItem (comma accountItem)*
    ;

accountItem
    : SIGNED UP point           # itemSignedUp
    | ZONE zoneName             # itemZone
    | ID accountId              # itemId
    | NUMBER word               # itemSeats
    | word IS literal           # itemFact
    | word                      # itemEdition
    ;

action
    : CONSUME quantity                                                              # consume
    | CALL selector (OF LPAREN NEWLINE* subCall (comma subCall)* NEWLINE* RPAREN)?
      arguments? keyValue* (CHANNEL word)? (NUMBER TIMES)?                          # callAction
    | END CALL                                                                      # endCall
    | COMMIT (arguments | COST quantity | FAILED)?                                  # commit
    | CANCEL                                                                        # cancel
    | BUY NUMBER word                                                               # buy
    ;

subCall
    : selector arguments?
    ;

arguments
    : WITH argument (comma argument)*
    ;

argument
    : name literal
    ;

keyValue
    : KEY name text
    ;

expect
    : EXPECT expectation (comma expectation)*
    ;

expectation
    : measure quantity ofQuota?                 # figure
    | measure NO LIMIT ofQuota?                 # unlimited
    | quantity (USED | REMAINING) ofQuota?      # figureBehind
    | quantity BACK AT point ofQuota?           # comesBack
    | ALLOWED                                   # allowed
    | DENIED (BY word)? word? (UNTIL (FOREVER | point))?    # denied
    | STATUS NUMBER                             # deniedStatus
    | MESSAGE text                              # deniedMessage
    | NOT COUNTED                               # uncounted
    | WARNED AT percent                         # warnedAt
    | NOT WARNED                                # notWarned
    | CHARGE MINUS? quantity                    # charged
    | quantity A billPeriod                     # priced
    | MINUS? NUMBER FOR MINUS? quantity         # slabPriced
    | MOST quantity                             # mostBought
    | REFUSED                                   # refused
    | DECIDED BY text                           # decidedBy
    | ASSUMED word IS literal                   # assumed
    | NOTHING ASSUMED                           # nothingAssumed
    | (ERROR | WARNING) word (AT LINE NUMBER)?  # diagnosed
    | NO DIAGNOSTICS                            # undiagnosed
    ;

measure
    : ALLOTMENT
    | BEYOND
    | COST
    | INCLUDED
    | LIMIT
    | REMAINING
    | USED
    ;

ofQuota
    : OF word
    ;

checkBlock
    : acceptance* LBRACE (claim acceptance*)? (NEWLINE (claim acceptance*)?)* RBRACE
    ;

claim
    : (FOR ANY quantifier COLON NEWLINE*)? checkSum (relationSign NEWLINE* checkSum)+
    ;

quantifier
    : NUMBER_WORD OF names                  # anySeats
    | AMOUNT OF word (UP TO NUMBER)?        # anyAmount
    | names                                 # anyParameters
    ;

checkSum
    : checkTerm (PLUS_SIGN checkTerm)*
    ;

checkTerm
    : checkFactor (TIMES_SIGN checkFactor)*
    ;

checkFactor
    : ALLOTMENT OF word (IN word)?          # allotmentOf
    | COST OF selector                      # costOf
    | PRICE OF word                         # priceOf
    | quantity                              # checkNumber
    | LPAREN checkSum RPAREN                # checkParens
    ;

relationSign
    : AT_LEAST
    | AT_MOST
    | GREATER_THAN
    | LESS_THAN
    | EQUALS
    ;

// ---- What clauses are made of -------------------------------------------------------------------

acceptance
    : ACCEPT word text
    ;

amount
    : amountChoice (comma? AT LEAST quantity)?
    ;

// Not a part of a sum: whether `greater of a and b + 3` adds the 3 to all of it only brackets can say.
amountChoice
    : GREATER OF amountSum (comma amountSum)* AND amountSum         # greaterOf
    | LESSER OF amountSum (comma amountSum)* AND amountSum          # lesserOf
    | amountSum                                                     # plainAmount
    ;

amountSum
    : amountTerm (PLUS_SIGN amountTerm)*
    ;

amountTerm
    : amountFactor scaling*
    ;

scaling
    : TIMES_SIGN amountFactor                       # times
    | OVER_SIGN NUMBER comma? ROUNDED direction     # over
    ;

amountFactor
    : quantity (PER name (ABOVE NUMBER)?)?                          # fixedOrPerSeat
    | EDITION NUMBER_WORD                                           # editionNumber
    | ROOM UNDER CAP                                                # roomUnderCap
    | NO LIMIT                                                      # noLimit
    | CAPACITY quantity REFILL quantity PER stretch                 # capacity
    | SAME AS word                                                  # sameAs
    | LPAREN NEWLINE* amount NEWLINE* RPAREN                        # amountParens
    | word                                                          # factValue
    ;

direction
    : UP
    | DOWN
    | TO NEAREST
    ;

charge
    : COSTS costing                         # costs
    | NOT COUNTED                           # notCounted
    | HOLDS cost SETTLES AT cost            # holds
    ;

costing
    : cost
    | BY name bandBlock
    ;

bandBlock
    : acceptance* LBRACE (band acceptance*)? (NEWLINE (band acceptance*)?)* RBRACE
    ;

band
    : (TO NUMBER | BEYOND) quantity
    ;

cost
    : costTerm (PLUS_SIGN costTerm)* (comma? AT LEAST quantity)?
    ;

costTerm
    : SUM OF ITS CALLS                                              # sumOfCalls
    | quantity (PER NUMBER? name (comma? partOfGroup)?)?            # fixedOrPerParameter
    ;

partOfGroup
    : ROUNDED direction
    | PRO RATA
    ;

when
    : WHEN condition
    ;

// A bare `or` is read, so that the message can say where the parentheses belong.
condition
    : conjunction (or conjunction)*
    ;

or
    : (OR | OR_SIGN) NEWLINE*
    ;

and
    : (AND | AND_SIGN) NEWLINE*
    ;

conjunction
    : comparison (and comparison)*
    ;

comparison
    : LPAREN NEWLINE* condition NEWLINE* RPAREN     # parens
    | subject judgement                             # judged
    ;

judgement
    : IS NOT? (GIVEN | literal)                                                     # is
    | NOT? IN LPAREN NEWLINE* literal (comma literal)* NEWLINE* RPAREN              # among
    | relation literal                                                              # related
    ;

subject
    : SIGNED UP     # signedUp
    | EDITION       # editionSubject
    | CHANNEL       # channelSubject
    | subjectName   # namedSubject
    ;

relation
    : relationSign
    | UNEQUAL
    | AT LEAST
    | AT MOST
    | ABOVE
    | BELOW
    | FROM
    | UNTIL
    | THROUGH
    | BEFORE
    | AFTER
    ;

literal
    : YES           # flag
    | NO            # flag
    | percent       # percentLiteral
    | quantity      # number
    | text          # quoted
    | point         # time
    | ZONED         # zoneLiteral
    | word          # wordLiteral
    ;

period
    : FROM point periodEnd?
    | periodEnd
    ;

periodEnd
    : UNTIL point
    | THROUGH point
    ;

point
    : DATE
    | MOMENT
    ;

quantity
    : NUMBER word?
    ;

percent
    : NUMBER PERCENT
    ;

stretch
    : NUMBER? word
    ;

text
    : STRING
    | UNCLOSED_STRING
    | MISQUOTED_STRING
    ;

textBlock
    : TEXT_BLOCK
    | UNCLOSED_TEXT_BLOCK
    ;

selectors
    : selector (comma selector)*
    ;

selector
    : DOTTED
    | word
    ;

zoneName
    : ZONED
    | NAME
    ;

names
    : name (comma name)*
    ;

words
    : word (comma word)*
    ;

comma
    : COMMA NEWLINE*
    ;

// ---- Words --------------------------------------------------------------------------------------

// Where a single name is expected, every word will do.
name
    : subjectName
    | CHANNEL
    | EDITION
    | SIGNED
    ;

subjectName
    : word
    | ACCEPT
    | AND
    | ANY
    | AT
    | BACK
    | BASE
    | BY
    | CAP
    | CAPACITY
    | COSTS
    | EACH
    | EXCEPT
    | EXPECT
    | FROM
    | GIVEN
    | GREATER
    | HOLDS
    | IN
    | IS
    | KEY
    | LESSER
    | NO
    | NOT
    | OF
    | OPEN
    | OR
    | PER
    | REFILL
    | REMAINING
    | ROOM
    | SAME
    | SETTLES
    | THROUGH
    | TIMES
    | TO
    | UNLESS
    | UNTIL
    | UP
    | USED
    | WHEN
    | WITH
    | YES
    ;

// Where a name stands beside other words without a comma, those that go on a clause are not names.
word
    : NAME
    | A
    | ABOVE
    | ACCOUNT
    | ACCOUNTS
    | ADD
    | ADDON
    | ADDS
    | AFTER
    | ALL
    | ALLOT
    | ALLOTMENT
    | ALLOW
    | ALLOWED
    | ALSO
    | AMOUNT
    | ARE
    | AS
    | ASSUMED
    | BEFORE
    | BELOW
    | BEYOND
    | BILL
    | BODY
    | BOUGHT
    | BUCKET
    | BUY
    | CALENDAR
    | CALL
    | CALLS
    | CANCEL
    | CHARGE
    | CHECK
    | COMMIT
    | CONSUME
    | CONTRACT
    | COST
    | COUNT
    | COUNTED
    | COUNTS
    | DATE_WORD
    | DAY
    | DECIDED
    | DECIMAL
    | DENIED
    | DENY
    | DIAGNOSTICS
    | DOWN
    | END
    | ERROR
    | EVERY
    | FACT
    | FAILED
    | FIRST
    | FLAT
    | FLIGHT
    | FOR
    | FOREVER
    | FORGOTTEN
    | FREE
    | GRANDFATHER
    | HEADER
    | ID
    | INCLUDED
    | ITS
    | KEEP
    | LEAST
    | LIMIT
    | LINE
    | MESSAGE
    | MONEY
    | MONTH
    | MONTHLY
    | MORE_WORD
    | MOST
    | NEAREST
    | NEEDS
    | NEXT
    | NOTHING
    | NUMBER_WORD
    | ONE
    | OTHER
    | OVERRIDES
    | PACKS
    | PERCENT_WORD
    | PLACE
    | PLACES
    | PLUS
    | PRICE
    | PRO
    | PRODUCT
    | QUOTA
    | RAISES
    | RATA
    | REFUSED
    | REPORT
    | RESTARTS
    | ROLLING
    | ROUNDED
    | RULE
    | SEAT
    | SET
    | SETS
    | STATED
    | STATUS
    | SUM
    | TEST
    | TESTS
    | TEXT_WORD
    | THE
    | THEN
    | UNDER
    | UNIT
    | USES
    | VERSION
    | VOLUME
    | WARN
    | WARNED
    | WARNING
    | WAS
    | WINDOW
    | ZONE
    ;

// ---- Keywords ------------------------------------------------------------------------------------

A : 'a';
ABOVE : 'above';
ACCEPT : 'accept';
ACCOUNT : 'account';
ACCOUNTS : 'accounts';
ADD : 'add';
ADDON : 'addon';
ADDS : 'adds';
AFTER : 'after';
ALL : 'all';
ALLOT : 'allot';
ALLOTMENT : 'allotment';
ALLOW : 'allow';
ALLOWED : 'allowed';
ALSO : 'also';
AMOUNT : 'amount';
AND : 'and';
ANY : 'any';
ARE : 'are';
AS : 'as';
ASSUMED : 'assumed';
AT : 'at';
BACK : 'back';
BASE : 'base';
BEFORE : 'before';
BELOW : 'below';
BEYOND : 'beyond';
BILL : 'bill';
BODY : 'body';
BOUGHT : 'bought';
BUCKET : 'bucket';
BUY : 'buy';
BY : 'by';
CALENDAR : 'calendar';
CALL : 'call';
CALLS : 'calls';
CANCEL : 'cancel';
CAP : 'cap';
CAPACITY : 'capacity';
CHANNEL : 'channel';
CHARGE : 'charge';
CHECK : 'check';
COMMIT : 'commit';
CONSUME : 'consume';
CONTRACT : 'contract';
COST : 'cost';
COSTS : 'costs';
COUNT : 'count';
COUNTED : 'counted';
COUNTS : 'counts';
DATE_WORD : 'date';
DAY : 'day';
DECIDED : 'decided';
DECIMAL : 'decimal';
DENIED : 'denied';
DENY : 'deny';
DIAGNOSTICS : 'diagnostics';
DOWN : 'down';
EACH : 'each';
EDITION : 'edition';
END : 'end';
ERROR : 'error';
EVERY : 'every';
EXCEPT : 'except';
EXPECT : 'expect';
FACT : 'fact';
FAILED : 'failed';
FIRST : 'first';
FLAT : 'flat';
FLIGHT : 'flight';
FOR : 'for';
FOREVER : 'forever';
FORGOTTEN : 'forgotten';
FREE : 'free';
FROM : 'from';
GIVEN : 'given';
GRANDFATHER : 'grandfather';
GREATER : 'greater';
HEADER : 'header';
HOLDS : 'holds';
ID : 'id';
IN : 'in';
INCLUDED : 'included';
IS : 'is';
ITS : 'its';
KEEP : 'keep';
KEY : 'key';
LEAST : 'least';
LESSER : 'lesser';
LIMIT : 'limit';
LINE : 'line';
MESSAGE : 'message';
MONEY : 'money';
MONTH : 'month';
MONTHLY : 'monthly';
MORE_WORD : 'more';
MOST : 'most';
NEAREST : 'nearest';
NEEDS : 'needs';
NEXT : 'next';
NO : 'no';
NOT : 'not';
NOTHING : 'nothing';
NUMBER_WORD : 'number';
OF : 'of';
ONE : 'one';
OPEN : 'open';
OR : 'or';
OTHER : 'other';
OVERRIDES : 'overrides';
PACKS : 'packs';
PER : 'per';
PERCENT_WORD : 'percent';
PLACE : 'place';
PLACES : 'places';
PLUS : 'plus';
PRICE : 'price';
PRO : 'pro';
PRODUCT : 'product';
QUOTA : 'quota';
RAISES : 'raises';
RATA : 'rata';
REFILL : 'refill';
REFUSED : 'refused';
REMAINING : 'remaining';
REPORT : 'report';
RESTARTS : 'restarts';
ROLLING : 'rolling';
ROOM : 'room';
ROUNDED : 'rounded';
RULE : 'rule';
SAME : 'same';
SEAT : 'seat';
SET : 'set';
SETS : 'sets';
SETTLES : 'settles';
SIGNED : 'signed';
STATED : 'stated';
STATUS : 'status';
SUM : 'sum';
TEST : 'test';
TESTS : 'tests';
TEXT_WORD : 'text';
THE : 'the';
THEN : 'then';
THROUGH : 'through';
TIMES : 'times';
TO : 'to';
UNDER : 'under';
UNIT : 'unit';
UNLESS : 'unless';
UNTIL : 'until';
UP : 'up';
USED : 'used';
USES : 'uses';
VERSION : 'version';
VOLUME : 'volume';
WARN : 'warn';
WARNED : 'warned';
WARNING : 'warning';
WAS : 'was';
WHEN : 'when';
WINDOW : 'window';
WITH : 'with';
YES : 'yes';
ZONE : 'zone';

// ---- Literals: looser than the language, judged later ----------------------------------------------

STRING : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"';
UNCLOSED_STRING : '"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'?;
MISQUOTED_STRING : '\'' ~['\r\n]* '\'' | [“”„] ~[“”„\r\n]* [“”];

TEXT_BLOCK : '"""' .*? '"""';
UNCLOSED_TEXT_BLOCK : '"""' ('"'? '"'? ~'"')*;

MOMENT : DIGIT+ '-' DIGIT+ '-' DIGIT+ [Tt] [0-9:.]* ([Zz] | [+-] [0-9:]*)?;
DATE : DIGIT+ ('-' DIGIT+)+;
NUMBER : (DIGIT | '.' DIGIT) [0-9_]* ([.,] [0-9_]+)*;

NAME : LETTER PART*;
ZONED : NAME ('/' NAME)+ ('+' DIGIT+)?;
HOLE : '<' NAME '>';
DOTTED : (NAME | '*') ('.' (NAME | '*'))+;

fragment DIGIT : [0-9];
// Beyond ASCII the stream shows every letter as U+00AA, and every mark and digit as U+0300.
fragment LETTER : [A-Za-z_\u00AA];
fragment PART : [A-Za-z0-9_\u00AA\u0300-];

// ---- Signs ----------------------------------------------------------------------------------------

LBRACE : '{';
RBRACE : '}';
LPAREN : '(';
RPAREN : ')';
LBRACK : '[';
RBRACK : ']';
COMMA : ',';
COLON : ':';
PERCENT : '%';
PLUS_SIGN : '+';
MINUS : '-';
TIMES_SIGN : '×' | '*';
OVER_SIGN : '÷' | '/';
AT_LEAST : '>=' | '≥' | '=>';
AT_MOST : '<=' | '≤' | '=<';
GREATER_THAN : '>';
LESS_THAN : '<';
EQUALS : '=' | '==';
UNEQUAL : '!=' | '<>' | '≠';
AND_SIGN : '&' '&'?;
OR_SIGN : '|' '|'?;

// ---- Trivia ---------------------------------------------------------------------------------------

NEWLINE : '\r'? '\n' | '\r';
BLANK : [ \t\u000B\f\u00A0\u3000]+ -> channel(HIDDEN);
COMMENT : '#' ~[\r\n]* -> channel(HIDDEN);

// Whatever is left, so that the lexer never fails; the parser does not see it.
STRAY : . -> channel(HIDDEN);
