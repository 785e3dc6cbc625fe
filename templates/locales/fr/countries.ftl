# Names of countries and territories by their ISO 3166-1 code, by CLDR (its short form for PS).

country-AD = Andorre
country-AE = Émirats arabes unis
# same as English
country-AF = Afghanistan
country-AG = Antigua-et-Barbuda
# same as English
country-AI = Anguilla
country-AL = Albanie
country-AM = Arménie
# same as English
country-AO = Angola
country-AQ = Antarctique
country-AR = Argentine
country-AS = Samoa américaines
country-AT = Autriche
country-AU = Australie
# same as English
country-AW = Aruba
country-AX = Îles Åland
country-AZ = Azerbaïdjan
country-BA = Bosnie-Herzégovine
country-BB = Barbade
# same as English
country-BD = Bangladesh
country-BE = Belgique
# same as English
country-BF = Burkina Faso
country-BG = Bulgarie
country-BH = Bahreïn
# same as English
country-BI = Burundi
country-BJ = Bénin
country-BL = Saint-Barthélemy
country-BM = Bermudes
# same as English
country-BN = Brunei
country-BO = Bolivie
country-BQ = Pays-Bas caribéens
country-BR = Brésil
# same as English
country-BS = Bahamas
country-BT = Bhoutan
country-BV = Île Bouvet
# same as English
country-BW = Botswana
country-BY = Biélorussie
# same as English
country-BZ = Belize
# same as English
country-CA = Canada
country-CC = Îles Cocos
country-CD = Congo-Kinshasa
country-CF = République centrafricaine
country-CG = Congo-Brazzaville
country-CH = Suisse
# same as English
country-CI = Côte d’Ivoire
country-CK = Îles Cook
country-CL = Chili
country-CM = Cameroun
country-CN = Chine
country-CO = Colombie
# same as English
country-CR = Costa Rica
# same as English
country-CU = Cuba
country-CV = Cap-Vert
# same as English
country-CW = Curaçao
country-CX = Île Christmas
country-CY = Chypre
country-CZ = Tchéquie
country-DE = Allemagne
# same as English
country-DJ = Djibouti
country-DK = Danemark
country-DM = Dominique
country-DO = République dominicaine
country-DZ = Algérie
country-EC = Équateur
country-EE = Estonie
country-EG = Égypte
country-EH = Sahara occidental
country-ER = Érythrée
country-ES = Espagne
country-ET = Éthiopie
country-FI = Finlande
country-FJ = Fidji
country-FK = Îles Malouines
country-FM = Micronésie
country-FO = Îles Féroé
# same as English
country-FR = France
# same as English
country-GA = Gabon
country-GB = Royaume-Uni
country-GD = Grenade
country-GE = Géorgie
country-GF = Guyane française
country-GG = Guernesey
# same as English
country-GH = Ghana
# same as English
country-GI = Gibraltar
country-GL = Groenland
country-GM = Gambie
country-GN = Guinée
# same as English
country-GP = Guadeloupe
country-GQ = Guinée équatoriale
country-GR = Grèce
country-GS = Géorgie du Sud-et-les Îles Sandwich du Sud
# same as English
country-GT = Guatemala
# same as English
country-GU = Guam
country-GW = Guinée-Bissau
# same as English
country-GY = Guyana
country-HK = R.A.S. chinoise de Hong Kong
country-HM = Îles Heard-et-MacDonald
# same as English
country-HN = Honduras
country-HR = Croatie
country-HT = Haïti
country-HU = Hongrie
country-ID = Indonésie
country-IE = Irlande
country-IL = Israël
country-IM = Île de Man
country-IN = Inde
country-IO = Territoire britannique de l’océan Indien
country-IQ = Irak
# same as English
country-IR = Iran
country-IS = Islande
country-IT = Italie
# same as English
country-JE = Jersey
country-JM = Jamaïque
country-JO = Jordanie
country-JP = Japon
# same as English
country-KE = Kenya
country-KG = Kirghizstan
country-KH = Cambodge
# same as English
country-KI = Kiribati
country-KM = Comores
country-KN = Saint-Christophe-et-Niévès
country-KP = Corée du Nord
country-KR = Corée du Sud
country-KW = Koweït
country-KY = Îles Caïmans
# same as English
country-KZ = Kazakhstan
# same as English
country-LA = Laos
country-LB = Liban
country-LC = Sainte-Lucie
# same as English
country-LI = Liechtenstein
# same as English
country-LK = Sri Lanka
# same as English
country-LR = Liberia
# same as English
country-LS = Lesotho
country-LT = Lituanie
# same as English
country-LU = Luxembourg
country-LV = Lettonie
country-LY = Libye
country-MA = Maroc
# same as English
country-MC = Monaco
country-MD = Moldavie
country-ME = Monténégro
country-MF = Saint-Martin
# same as English
country-MG = Madagascar
country-MH = Îles Marshall
country-MK = Macédoine du Nord
# same as English
country-ML = Mali
country-MM = Myanmar (Birmanie)
country-MN = Mongolie
country-MO = R.A.S. chinoise de Macao
country-MP = Îles Mariannes du Nord
# same as English
country-MQ = Martinique
country-MR = Mauritanie
# same as English
country-MS = Montserrat
country-MT = Malte
country-MU = Maurice
# same as English
country-MV = Maldives
# same as English
country-MW = Malawi
country-MX = Mexique
country-MY = Malaisie
# same as English
country-MZ = Mozambique
country-NA = Namibie
country-NC = Nouvelle-Calédonie
# same as English
country-NE = Niger
country-NF = Île Norfolk
# same as English
country-NG = Nigeria
# same as English
country-NI = Nicaragua
country-NL = Pays-Bas
country-NO = Norvège
country-NP = Népal
# same as English
country-NR = Nauru
# same as English
country-NU = Niue
country-NZ = Nouvelle-Zélande
# same as English
country-OM = Oman
# same as English
country-PA = Panama
country-PE = Pérou
country-PF = Polynésie française
country-PG = Papouasie-Nouvelle-Guinée
# same as English
country-PH = Philippines
# same as English
country-PK = Pakistan
country-PL = Pologne
country-PM = Saint-Pierre-et-Miquelon
country-PN = Îles Pitcairn
country-PR = Porto Rico
# same as English
country-PS = Palestine
# same as English
country-PT = Portugal
country-PW = Palaos
# same as English
country-PY = Paraguay
# same as English
country-QA = Qatar
country-RE = La Réunion
country-RO = Roumanie
country-RS = Serbie
country-RU = Russie
# same as English
country-RW = Rwanda
country-SA = Arabie saoudite
country-SB = Îles Salomon
# same as English
country-SC = Seychelles
country-SD = Soudan
country-SE = Suède
country-SG = Singapour
country-SH = Sainte-Hélène
country-SI = Slovénie
country-SJ = Svalbard et Jan Mayen
country-SK = Slovaquie
# same as English
country-SL = Sierra Leone
country-SM = Saint-Marin
country-SN = Sénégal
country-SO = Somalie
# same as English
country-SR = Suriname
country-SS = Soudan du Sud
country-ST = Sao Tomé-et-Principe
country-SV = Salvador
country-SX = Saint-Martin (partie néerlandaise)
country-SY = Syrie
# same as English
country-SZ = Eswatini
country-TC = Îles Turques-et-Caïques
country-TD = Tchad
country-TF = Terres australes françaises
# same as English
country-TG = Togo
country-TH = Thaïlande
country-TJ = Tadjikistan
# same as English
country-TK = Tokelau
country-TL = Timor oriental
country-TM = Turkménistan
country-TN = Tunisie
# same as English
country-TO = Tonga
country-TR = Turquie
country-TT = Trinité-et-Tobago
# same as English
country-TV = Tuvalu
country-TW = Taïwan
country-TZ = Tanzanie
# same as English
country-UA = Ukraine
country-UG = Ouganda
country-UM = Îles mineures éloignées des États-Unis
country-US = États-Unis
# same as English
country-UY = Uruguay
country-UZ = Ouzbékistan
country-VA = État de la Cité du Vatican
country-VC = Saint-Vincent-et-les Grenadines
# same as English
country-VE = Venezuela
country-VG = Îles Vierges britanniques
country-VI = Îles Vierges des États-Unis
country-VN = Viêt Nam
# same as English
country-VU = Vanuatu
country-WF = Wallis-et-Futuna
# same as English
country-WS = Samoa
# same as English
country-XK = Kosovo
country-YE = Yémen
# same as English
country-YT = Mayotte
country-ZA = Afrique du Sud
country-ZM = Zambie
# same as English
country-ZW = Zimbabwe
