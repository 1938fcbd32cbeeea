BEGIN TRANSACTION;
CREATE TABLE accounts (
	account_id TEXT NOT NULL, 
	claim_id TEXT, 
	article_id TEXT, 
	incident_id TEXT, 
	start BIGINT, 
	"end" BIGINT, 
	text TEXT, 
	slot TEXT, 
	value TEXT, 
	denied BOOLEAN, 
	line INTEGER NOT NULL, 
	PRIMARY KEY (account_id), 
	FOREIGN KEY(claim_id) REFERENCES claims (claim_id), 
	FOREIGN KEY(article_id) REFERENCES articles (article_id), 
	FOREIGN KEY(incident_id) REFERENCES incidents (incident_id)
);
INSERT INTO "accounts" VALUES('acc-4r72q6tnt3','clm-idwijv7pmf','art-jh6levq7ls','inc-dmf4vbo6wx',508,513,'fired','happened','yes',1,0);
INSERT INTO "accounts" VALUES('acc-ns5rwla6le','clm-qhbix2lrju','art-44fd2gwcha','inc-dmf4vbo6wx',463,468,'fired','happened','yes',1,1);
CREATE TABLE articles (
	article_id TEXT NOT NULL, 
	path TEXT, 
	url TEXT, 
	publisher TEXT, 
	title TEXT, 
	author TEXT, 
	published TEXT, 
	language TEXT, 
	sha256 TEXT, 
	copy_of TEXT, 
	text TEXT, 
	zones TEXT, 
	line INTEGER NOT NULL, 
	PRIMARY KEY (article_id), 
	FOREIGN KEY(copy_of) REFERENCES articles (article_id)
);
INSERT INTO "articles" VALUES('art-jh6levq7ls','articles/harbour.txt','https://harbourpost.example/velmora','The Harbour Post','Blast at Velmora grain port kills at least 12','','2024-03-15','','3c1d0b4955031286587ec5b1fc2e86b9dd50029a4a2f56cf425f4383cb4e58f6',NULL,'---
publisher: The Harbour Post
published: 2024-03-15
title: Blast at Velmora grain port kills at least 12
url: https://harbourpost.example/velmora
---
VELMORA — At least 12 people were killed when an explosion tore through the grain port of Velmora on Thursday night, the regional governor, Ana Brelt, said.

"We have found 12 bodies and we are still searching," Brelt said. The interior ministry said that 19 people had died and 30 were injured.

The ministry blamed a missile. The army denied that it had fired any missile at Velmora.
','dropped 0-3; dropped 4-31; dropped 32-53; dropped 54-60; headline 61-106; dropped 107-147; dropped 148-151; body 152-308; body 310-447; body 449-537',0);
INSERT INTO "articles" VALUES('art-44fd2gwcha','articles/harbour_again.txt','','Velmora Wire','Blast at Velmora grain port kills at least 12','','2024-03-17','','da7433a8aca78921a200795127033d06f156b1003403f32a5dbd15c408b8578e','art-jh6levq7ls','---
publisher: Velmora Wire
published: 2024-03-17
title: Blast at Velmora grain port kills at least 12
---
VELMORA — At least 12 people were killed when an explosion tore through the grain port of Velmora on Thursday night, the regional governor, Ana Brelt, said.

"We have found 12 bodies and we are still searching," Brelt said. The interior ministry said that 19 people had died and 30 were injured.

The ministry blamed a missile. The army denied that it had fired any missile at Velmora.
','dropped 0-3; dropped 4-27; dropped 28-49; dropped 50-56; headline 57-102; dropped 103-106; body 107-263; body 265-402; body 404-492',1);
INSERT INTO "articles" VALUES('art-she74qppjq','articles/inland.txt','','Inland Courier','Port blast toll disputed in Velmora','','2024-03-16','','d7dd0ec8d9a7bc350f098effe009dea769e5ba6502b33fece3e28a3c00193681',NULL,'---
publisher: Inland Courier
published: 2024-03-16
title: Port blast toll disputed in Velmora
---
The governor of the Velmora region, Ana Brelt, said 12 people died in the explosion at the grain port on Thursday night.

Doctors at the city hospital said they had treated 27 wounded people. The interior ministry put the number of dead at 19.
','dropped 0-3; dropped 4-29; dropped 30-51; dropped 52-58; headline 59-94; dropped 95-98; body 99-219; body 221-342',2);
CREATE TABLE claims (
	claim_id TEXT NOT NULL, 
	article_id TEXT, 
	incident_id TEXT, 
	start BIGINT, 
	"end" BIGINT, 
	text TEXT, 
	zone TEXT, 
	source TEXT, 
	source_start BIGINT, 
	source_end BIGINT, 
	source_name TEXT, 
	source_kind TEXT, 
	party TEXT, 
	via TEXT, 
	cue TEXT, 
	cue_start BIGINT, 
	cue_end BIGINT, 
	stance TEXT, 
	said_at TEXT, 
	quotation TEXT, 
	event TEXT, 
	place TEXT, 
	country TEXT, 
	date_from TEXT, 
	date_to TEXT, 
	confidence DOUBLE, 
	scene TEXT, 
	target TEXT, 
	names TEXT, 
	answers TEXT, 
	rule TEXT, 
	fragments TEXT, 
	line INTEGER NOT NULL, 
	PRIMARY KEY (claim_id), 
	FOREIGN KEY(article_id) REFERENCES articles (article_id), 
	FOREIGN KEY(incident_id) REFERENCES incidents (incident_id), 
	FOREIGN KEY(answers) REFERENCES claims (claim_id)
);
INSERT INTO "claims" VALUES('clm-fzxj4y7buz','art-jh6levq7ls','inc-dmf4vbo6wx',61,106,'Blast at Velmora grain port kills at least 12','headline','',-1,-1,'The Harbour Post','narrator','','','',-1,-1,'asserts','2024-03-15','none','explosion','Velmora','','2024-03-14','2024-03-14',1.0,'art-jh6levq7ls/0','','',NULL,'own voice','',0);
INSERT INTO "claims" VALUES('clm-fpg52agsas','art-jh6levq7ls','inc-dmf4vbo6wx',162,267,'At least 12 people were killed when an explosion tore through the grain port of Velmora on Thursday night','body','the regional governor, Ana Brelt',269,301,'Ana Brelt','official','','','said',303,307,'asserts','2024-03-15','indirect','explosion','Velmora','','2024-03-14','2024-03-14',0.9,'art-jh6levq7ls/0','','',NULL,'verb','',1);
INSERT INTO "claims" VALUES('clm-if2p2wvlsq','art-jh6levq7ls','inc-dmf4vbo6wx',311,363,'We have found 12 bodies and we are still searching,"','body','Brelt',364,369,'Ana Brelt','official','','','said',370,374,'asserts','2024-03-15','direct','explosion','Velmora','','2024-03-14','2024-03-14',0.9,'art-jh6levq7ls/0','','',NULL,'verb','',2);
INSERT INTO "claims" VALUES('clm-egwtgujme4','art-jh6levq7ls','inc-dmf4vbo6wx',403,446,'that 19 people had died and 30 were injured','body','The interior ministry',376,397,'interior ministry','official','','','said',398,402,'asserts','2024-03-15','indirect','explosion','Velmora','','2024-03-14','2024-03-14',0.9,'art-jh6levq7ls/0','','',NULL,'verb','',3);
INSERT INTO "claims" VALUES('clm-74zr5ebg4n','art-jh6levq7ls','inc-dmf4vbo6wx',469,478,'a missile','body','The ministry',449,461,'interior ministry','official','','','blamed',462,468,'blames','2024-03-15','indirect','explosion','Velmora','','2024-03-14','2024-03-14',0.9,'art-jh6levq7ls/0','','',NULL,'verb','',4);
INSERT INTO "claims" VALUES('clm-idwijv7pmf','art-jh6levq7ls','inc-dmf4vbo6wx',496,536,'that it had fired any missile at Velmora','body','The army',480,488,'army','military','','','denied',489,495,'denies','2024-03-15','indirect','explosion','Velmora','','2024-03-14','2024-03-14',0.9,'art-jh6levq7ls/0','missile','',NULL,'verb','',5);
INSERT INTO "claims" VALUES('clm-rgnmrxymvf','art-44fd2gwcha','inc-dmf4vbo6wx',57,102,'Blast at Velmora grain port kills at least 12','headline','',-1,-1,'Velmora Wire','narrator','','','',-1,-1,'asserts','2024-03-17','none','explosion','Velmora','','2024-03-14','2024-03-14',1.0,'art-44fd2gwcha/0','','',NULL,'own voice','',6);
INSERT INTO "claims" VALUES('clm-65zuqj4qfy','art-44fd2gwcha','inc-dmf4vbo6wx',117,222,'At least 12 people were killed when an explosion tore through the grain port of Velmora on Thursday night','body','the regional governor, Ana Brelt',224,256,'Ana Brelt','official','','','said',258,262,'asserts','2024-03-17','indirect','explosion','Velmora','','2024-03-14','2024-03-14',0.9,'art-44fd2gwcha/0','','',NULL,'verb','',7);
INSERT INTO "claims" VALUES('clm-r3v6uyy3uo','art-44fd2gwcha','inc-dmf4vbo6wx',266,318,'We have found 12 bodies and we are still searching,"','body','Brelt',319,324,'Ana Brelt','official','','','said',325,329,'asserts','2024-03-17','direct','explosion','Velmora','','2024-03-14','2024-03-14',0.9,'art-44fd2gwcha/0','','',NULL,'verb','',8);
INSERT INTO "claims" VALUES('clm-fm3j2qtz3g','art-44fd2gwcha','inc-dmf4vbo6wx',358,401,'that 19 people had died and 30 were injured','body','The interior ministry',331,352,'interior ministry','official','','','said',353,357,'asserts','2024-03-17','indirect','explosion','Velmora','','2024-03-14','2024-03-14',0.9,'art-44fd2gwcha/0','','',NULL,'verb','',9);
INSERT INTO "claims" VALUES('clm-xiqlpzpmta','art-44fd2gwcha','inc-dmf4vbo6wx',424,433,'a missile','body','The ministry',404,416,'interior ministry','official','','','blamed',417,423,'blames','2024-03-17','indirect','explosion','Velmora','','2024-03-14','2024-03-14',0.9,'art-44fd2gwcha/0','','',NULL,'verb','',10);
INSERT INTO "claims" VALUES('clm-qhbix2lrju','art-44fd2gwcha','inc-dmf4vbo6wx',451,491,'that it had fired any missile at Velmora','body','The army',435,443,'army','military','','','denied',444,450,'denies','2024-03-17','indirect','explosion','Velmora','','2024-03-14','2024-03-14',0.9,'art-44fd2gwcha/0','missile','',NULL,'verb','',11);
INSERT INTO "claims" VALUES('clm-2gvqvgjjtr','art-she74qppjq','inc-dmf4vbo6wx',59,94,'Port blast toll disputed in Velmora','headline','',-1,-1,'Inland Courier','narrator','','','',-1,-1,'asserts','2024-03-16','none','explosion','Velmora','','2024-03-14','2024-03-14',1.0,'art-she74qppjq/0','','',NULL,'own voice','',12);
INSERT INTO "claims" VALUES('clm-kwx6d7jvwf','art-she74qppjq','inc-dmf4vbo6wx',151,218,'12 people died in the explosion at the grain port on Thursday night','body','The governor of the Velmora region, Ana Brelt',99,144,'Ana Brelt','official','','','said',146,150,'asserts','2024-03-16','indirect','explosion','','','2024-03-14','2024-03-14',0.9,'art-she74qppjq/0','','',NULL,'verb','',13);
INSERT INTO "claims" VALUES('clm-rkfabcqwbw','art-she74qppjq','inc-dmf4vbo6wx',255,289,'they had treated 27 wounded people','body','Doctors at the city hospital',221,249,'doctors at the city hospital','medic','','','said',250,254,'asserts','2024-03-16','indirect','explosion','','','2024-03-14','2024-03-14',0.9,'art-she74qppjq/0','','',NULL,'verb','',14);
INSERT INTO "claims" VALUES('clm-flppzr42qz','art-she74qppjq','inc-dmf4vbo6wx',317,341,'the number of dead at 19','body','The interior ministry',291,312,'interior ministry','official','','','put',313,316,'asserts','2024-03-16','indirect','explosion','','','2024-03-14','2024-03-14',0.9,'art-she74qppjq/0','','',NULL,'verb','',15);
CREATE TABLE decisions (
	decision_id TEXT NOT NULL, 
	kind TEXT, 
	subjects TEXT, 
	value TEXT, 
	reason TEXT, 
	reviewer TEXT, 
	decided_at TEXT, 
	supersedes TEXT, 
	evidence TEXT, 
	PRIMARY KEY (decision_id)
);
INSERT INTO "decisions" VALUES('dec-hf4hr4q4dr','dismiss','dis-ahgs644sdi','','The wounded of one hospital are a part.','Ana','2026-11-22T19:53:17.379Z','','evd-deqmm7kkk2; evd-dkpugydncz');
INSERT INTO "decisions" VALUES('dec-7zgzlpkamn','correct_party','interior ministry','Norland','','Ana','2026-11-22T19:53:18.639Z','','');
CREATE TABLE discrepancies (
	discrepancy_id TEXT NOT NULL, 
	incident_id TEXT, 
	kind TEXT, 
	relation TEXT, 
	measure TEXT, 
	left_claim_id TEXT, 
	right_claim_id TEXT, 
	left_figure_id TEXT, 
	right_figure_id TEXT, 
	left_claims TEXT, 
	right_claims TEXT, 
	left_figures TEXT, 
	right_figures TEXT, 
	left_source TEXT, 
	right_source TEXT, 
	left_value TEXT, 
	right_value TEXT, 
	left_independent BIGINT, 
	right_independent BIGINT, 
	severity DOUBLE, 
	reason TEXT, 
	rule TEXT, 
	left_account_id TEXT, 
	right_account_id TEXT, 
	review_state TEXT, 
	line INTEGER NOT NULL, 
	PRIMARY KEY (discrepancy_id), 
	FOREIGN KEY(incident_id) REFERENCES incidents (incident_id), 
	FOREIGN KEY(left_claim_id) REFERENCES claims (claim_id), 
	FOREIGN KEY(right_claim_id) REFERENCES claims (claim_id), 
	FOREIGN KEY(left_figure_id) REFERENCES figures (figure_id), 
	FOREIGN KEY(right_figure_id) REFERENCES figures (figure_id), 
	FOREIGN KEY(left_account_id) REFERENCES accounts (account_id), 
	FOREIGN KEY(right_account_id) REFERENCES accounts (account_id)
);
INSERT INTO "discrepancies" VALUES('dis-ahgs644sdi','inc-dmf4vbo6wx','figure','conflict','injured','clm-rkfabcqwbw','clm-fm3j2qtz3g','fig-m2gqs4jnhc','fig-agy4e23lwe','clm-rkfabcqwbw','clm-fm3j2qtz3g; clm-egwtgujme4','fig-m2gqs4jnhc','fig-agy4e23lwe; fig-pbbnoait66','doctors at the city hospital','interior ministry','27 wounded people','30',1,1,0.3375,'Injured: doctors at the city hospital said “27 wounded people”, interior ministry said “30” (on 16 March 2024 and on 15 March 2024); no number fits both.','figures',NULL,NULL,'dismissed',0);
INSERT INTO "discrepancies" VALUES('dis-2ecqpvcwoh','inc-dmf4vbo6wx','figure','agree','killed','clm-rgnmrxymvf','clm-65zuqj4qfy','fig-o3uvvaqdr4','fig-z3ybjdypem','clm-rgnmrxymvf; clm-fzxj4y7buz','clm-65zuqj4qfy; clm-fpg52agsas','fig-o3uvvaqdr4; fig-tekmqiackv','fig-z3ybjdypem; fig-rz4wxthywi','The Harbour Post (its own words) and Velmora Wire (its own words)','Ana Brelt','at least 12','At least 12 people',1,1,0.0,'Killed: Ana Brelt said “At least 12 people”, The Harbour Post (its own words) and Velmora Wire (its own words) said “at least 12” (both on 15 March 2024); both give the same number.','overlap',NULL,NULL,'open',1);
INSERT INTO "discrepancies" VALUES('dis-wqsr6szvf2','inc-dmf4vbo6wx','figure','scope','killed','clm-fm3j2qtz3g','clm-r3v6uyy3uo','fig-uatfp5fjja','fig-mxv7npxprw','clm-fm3j2qtz3g; clm-flppzr42qz; clm-egwtgujme4','clm-r3v6uyy3uo; clm-if2p2wvlsq','fig-uatfp5fjja; fig-pb44f7nsns; fig-b4s23yroj5','fig-mxv7npxprw; fig-52wk25kpwi','interior ministry','Ana Brelt','19 people','12 bodies',2,1,0.0,'Killed: Ana Brelt said “12 bodies”, interior ministry said “19 people” (both on 15 March 2024); the first is a part of a total, the second a total.','scope',NULL,NULL,'open',2);
INSERT INTO "discrepancies" VALUES('dis-xgzckufw4u','inc-dmf4vbo6wx','figure','compatible','killed','clm-fm3j2qtz3g','clm-65zuqj4qfy','fig-uatfp5fjja','fig-z3ybjdypem','clm-fm3j2qtz3g; clm-flppzr42qz; clm-egwtgujme4','clm-65zuqj4qfy; clm-fpg52agsas; clm-rgnmrxymvf; clm-fzxj4y7buz','fig-uatfp5fjja; fig-pb44f7nsns; fig-b4s23yroj5','fig-z3ybjdypem; fig-rz4wxthywi; fig-o3uvvaqdr4; fig-tekmqiackv','interior ministry','Ana Brelt, The Harbour Post (its own words) and Velmora Wire (its own words)','19 people','At least 12 people',2,1,0.0,'Killed: Ana Brelt, The Harbour Post (its own words) and Velmora Wire (its own words) said “At least 12 people”, interior ministry said “19 people” (both on 15 March 2024); one is vaguer: 19 would fit both.','overlap',NULL,NULL,'open',3);
CREATE TABLE figures (
	figure_id TEXT NOT NULL, 
	claim_id TEXT, 
	article_id TEXT, 
	incident_id TEXT, 
	start BIGINT, 
	"end" BIGINT, 
	text TEXT, 
	measure TEXT, 
	counted TEXT, 
	low DOUBLE, 
	high DOUBLE, 
	best DOUBLE, 
	bound TEXT, 
	unit TEXT, 
	scope TEXT, 
	of_total DOUBLE, 
	place TEXT, 
	date_from TEXT, 
	date_to TEXT, 
	rule TEXT, 
	line INTEGER NOT NULL, 
	PRIMARY KEY (figure_id), 
	FOREIGN KEY(claim_id) REFERENCES claims (claim_id), 
	FOREIGN KEY(article_id) REFERENCES articles (article_id), 
	FOREIGN KEY(incident_id) REFERENCES incidents (incident_id)
);
INSERT INTO "figures" VALUES('fig-tekmqiackv','clm-fzxj4y7buz','art-jh6levq7ls','inc-dmf4vbo6wx',95,106,'at least 12','killed','',12.0,9e999,12.0,'at_least','','total',NULL,'Velmora','2024-03-14','2024-03-14','kills',0);
INSERT INTO "figures" VALUES('fig-rz4wxthywi','clm-fpg52agsas','art-jh6levq7ls','inc-dmf4vbo6wx',162,180,'At least 12 people','killed','people',12.0,9e999,12.0,'at_least','','total',NULL,'Velmora','2024-03-14','2024-03-14','killed',1);
INSERT INTO "figures" VALUES('fig-52wk25kpwi','clm-if2p2wvlsq','art-jh6levq7ls','inc-dmf4vbo6wx',325,334,'12 bodies','killed','bodies',12.0,12.0,12.0,'exact','','total',NULL,'Velmora','2024-03-14','2024-03-14','bodies',2);
INSERT INTO "figures" VALUES('fig-b4s23yroj5','clm-egwtgujme4','art-jh6levq7ls','inc-dmf4vbo6wx',408,417,'19 people','killed','people',19.0,19.0,19.0,'exact','','total',NULL,'Velmora','2024-03-14','2024-03-14','died',3);
INSERT INTO "figures" VALUES('fig-pbbnoait66','clm-egwtgujme4','art-jh6levq7ls','inc-dmf4vbo6wx',431,433,'30','injured','',30.0,30.0,30.0,'exact','','total',NULL,'Velmora','2024-03-14','2024-03-14','injured',4);
INSERT INTO "figures" VALUES('fig-o3uvvaqdr4','clm-rgnmrxymvf','art-44fd2gwcha','inc-dmf4vbo6wx',91,102,'at least 12','killed','',12.0,9e999,12.0,'at_least','','total',NULL,'Velmora','2024-03-14','2024-03-14','kills',5);
INSERT INTO "figures" VALUES('fig-z3ybjdypem','clm-65zuqj4qfy','art-44fd2gwcha','inc-dmf4vbo6wx',117,135,'At least 12 people','killed','people',12.0,9e999,12.0,'at_least','','total',NULL,'Velmora','2024-03-14','2024-03-14','killed',6);
INSERT INTO "figures" VALUES('fig-mxv7npxprw','clm-r3v6uyy3uo','art-44fd2gwcha','inc-dmf4vbo6wx',280,289,'12 bodies','killed','bodies',12.0,12.0,12.0,'exact','','total',NULL,'Velmora','2024-03-14','2024-03-14','bodies',7);
INSERT INTO "figures" VALUES('fig-uatfp5fjja','clm-fm3j2qtz3g','art-44fd2gwcha','inc-dmf4vbo6wx',363,372,'19 people','killed','people',19.0,19.0,19.0,'exact','','total',NULL,'Velmora','2024-03-14','2024-03-14','died',8);
INSERT INTO "figures" VALUES('fig-agy4e23lwe','clm-fm3j2qtz3g','art-44fd2gwcha','inc-dmf4vbo6wx',386,388,'30','injured','',30.0,30.0,30.0,'exact','','total',NULL,'Velmora','2024-03-14','2024-03-14','injured',9);
INSERT INTO "figures" VALUES('fig-pe7ddaosiy','clm-kwx6d7jvwf','art-she74qppjq','inc-dmf4vbo6wx',151,160,'12 people','killed','people',12.0,12.0,12.0,'exact','','total',NULL,'','2024-03-14','2024-03-14','died',10);
INSERT INTO "figures" VALUES('fig-m2gqs4jnhc','clm-rkfabcqwbw','art-she74qppjq','inc-dmf4vbo6wx',272,289,'27 wounded people','injured','wounded people',27.0,27.0,27.0,'exact','','total',NULL,'','2024-03-14','2024-03-14','wounded',11);
INSERT INTO "figures" VALUES('fig-pb44f7nsns','clm-flppzr42qz','art-she74qppjq','inc-dmf4vbo6wx',339,341,'19','killed','',19.0,19.0,19.0,'exact','','total',NULL,'','2024-03-14','2024-03-14','dead',12);
CREATE TABLE forwards (
	former_id TEXT NOT NULL, 
	incident_id TEXT, 
	scene TEXT, 
	line INTEGER NOT NULL, 
	PRIMARY KEY (former_id), 
	FOREIGN KEY(incident_id) REFERENCES incidents (incident_id)
);
INSERT INTO "forwards" VALUES('inc-dmf4vbo6wx','inc-dmf4vbo6wx','art-jh6levq7ls/0',0);
CREATE TABLE incidents (
	incident_id TEXT NOT NULL, 
	label TEXT, 
	event TEXT, 
	place TEXT, 
	country TEXT, 
	date_from TEXT, 
	date_to TEXT, 
	n_claims BIGINT, 
	n_articles BIGINT, 
	n_sources BIGINT, 
	n_independent BIGINT, 
	confidence DOUBLE, 
	reason TEXT, 
	line INTEGER NOT NULL, 
	PRIMARY KEY (incident_id)
);
INSERT INTO "incidents" VALUES('inc-dmf4vbo6wx','Strike on Velmora, 14 March 2024','explosion','Velmora','','2024-03-14','2024-03-14',16,3,7,6,1.0,'least sure join (1.00): “Blast at Velmora grain port kills at least 12” and “Port blast toll disputed in Velmora”; words alike 0.59; both on 2024-03-14; the same place; both tell of explosion',0);
CREATE TABLE links (
	link_id TEXT NOT NULL, 
	incident_id TEXT, 
	left_claim_id TEXT, 
	right_claim_id TEXT, 
	left_article_id TEXT, 
	right_article_id TEXT, 
	sureness DOUBLE, 
	reason TEXT, 
	line INTEGER NOT NULL, 
	PRIMARY KEY (link_id), 
	FOREIGN KEY(incident_id) REFERENCES incidents (incident_id), 
	FOREIGN KEY(left_claim_id) REFERENCES claims (claim_id), 
	FOREIGN KEY(right_claim_id) REFERENCES claims (claim_id), 
	FOREIGN KEY(left_article_id) REFERENCES articles (article_id), 
	FOREIGN KEY(right_article_id) REFERENCES articles (article_id)
);
INSERT INTO "links" VALUES('lnk-qjx5cfym24','inc-dmf4vbo6wx','clm-rgnmrxymvf','clm-fzxj4y7buz','art-44fd2gwcha','art-jh6levq7ls',1.0,'one is a copy of the other',0);
INSERT INTO "links" VALUES('lnk-fgfhu4syk7','inc-dmf4vbo6wx','clm-rgnmrxymvf','clm-2gvqvgjjtr','art-44fd2gwcha','art-she74qppjq',1.0,'words alike 0.59; both on 2024-03-14; the same place; both tell of explosion',1);
CREATE TABLE meta (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('schema','63b1cac732aa');
INSERT INTO "meta" VALUES('saves','8');
CREATE TABLE positions (
	position_id TEXT NOT NULL, 
	incident_id TEXT, 
	measure TEXT, 
	scope TEXT, 
	source_name TEXT, 
	party TEXT, 
	low DOUBLE, 
	best DOUBLE, 
	high DOUBLE, 
	value TEXT, 
	bound TEXT, 
	early BOOLEAN, 
	first_said TEXT, 
	last_said TEXT, 
	n_claims BIGINT, 
	n_independent BIGINT, 
	claims TEXT, 
	line INTEGER NOT NULL, 
	PRIMARY KEY (position_id), 
	FOREIGN KEY(incident_id) REFERENCES incidents (incident_id)
);
INSERT INTO "positions" VALUES('pos-at7ektmoqp','inc-dmf4vbo6wx','injured','total','doctors at the city hospital','',27.0,27.0,27.0,'27 wounded people','exact',0,'2024-03-16','2024-03-16',1,1,'clm-rkfabcqwbw',0);
INSERT INTO "positions" VALUES('pos-aoyld2he3n','inc-dmf4vbo6wx','injured','total','interior ministry','Norland',30.0,30.0,30.0,'30','exact',0,'2024-03-15','2024-03-17',2,1,'clm-egwtgujme4; clm-fm3j2qtz3g',1);
INSERT INTO "positions" VALUES('pos-vhxmd7ddvp','inc-dmf4vbo6wx','killed','part','Ana Brelt','',12.0,12.0,12.0,'12 bodies','exact',0,'2024-03-15','2024-03-17',2,1,'clm-if2p2wvlsq; clm-r3v6uyy3uo',2);
INSERT INTO "positions" VALUES('pos-6e5nupwhow','inc-dmf4vbo6wx','killed','total','The Harbour Post','',12.0,12.0,9e999,'at least 12','at_least',0,'2024-03-15','2024-03-15',1,1,'clm-fzxj4y7buz',3);
INSERT INTO "positions" VALUES('pos-svuzcminiu','inc-dmf4vbo6wx','killed','total','Velmora Wire','',12.0,12.0,9e999,'at least 12','at_least',0,'2024-03-17','2024-03-17',1,1,'clm-rgnmrxymvf',4);
INSERT INTO "positions" VALUES('pos-yhnh7gxsin','inc-dmf4vbo6wx','killed','total','Ana Brelt','',12.0,12.0,9e999,'At least 12 people','at_least',0,'2024-03-15','2024-03-17',3,2,'clm-fpg52agsas; clm-kwx6d7jvwf; clm-65zuqj4qfy',5);
INSERT INTO "positions" VALUES('pos-zaqsstieta','inc-dmf4vbo6wx','killed','total','interior ministry','Norland',19.0,19.0,19.0,'19 people','exact',0,'2024-03-15','2024-03-17',3,2,'clm-egwtgujme4; clm-flppzr42qz; clm-fm3j2qtz3g',6);
CREATE TABLE unread (
	path TEXT, 
	reason TEXT, 
	cure TEXT, 
	line INTEGER NOT NULL, 
	PRIMARY KEY (line)
);
INSERT INTO "unread" VALUES('articles/empty.txt','the file is empty','Save the article again',0);
CREATE INDEX ix_articles_copy_of ON articles (copy_of);
CREATE INDEX ix_claims_article_id ON claims (article_id);
CREATE INDEX ix_claims_incident_id ON claims (incident_id);
CREATE INDEX ix_claims_answers ON claims (answers);
CREATE INDEX ix_figures_claim_id ON figures (claim_id);
CREATE INDEX ix_figures_article_id ON figures (article_id);
CREATE INDEX ix_figures_incident_id ON figures (incident_id);
CREATE INDEX ix_accounts_incident_id ON accounts (incident_id);
CREATE INDEX ix_accounts_article_id ON accounts (article_id);
CREATE INDEX ix_accounts_claim_id ON accounts (claim_id);
CREATE INDEX ix_links_left_claim_id ON links (left_claim_id);
CREATE INDEX ix_links_left_article_id ON links (left_article_id);
CREATE INDEX ix_links_incident_id ON links (incident_id);
CREATE INDEX ix_links_right_article_id ON links (right_article_id);
CREATE INDEX ix_links_right_claim_id ON links (right_claim_id);
CREATE INDEX ix_forwards_incident_id ON forwards (incident_id);
CREATE INDEX ix_positions_incident_id ON positions (incident_id);
CREATE INDEX ix_discrepancies_right_account_id ON discrepancies (right_account_id);
CREATE INDEX ix_discrepancies_left_figure_id ON discrepancies (left_figure_id);
CREATE INDEX ix_discrepancies_right_figure_id ON discrepancies (right_figure_id);
CREATE INDEX ix_discrepancies_right_claim_id ON discrepancies (right_claim_id);
CREATE INDEX ix_discrepancies_left_account_id ON discrepancies (left_account_id);
CREATE INDEX ix_discrepancies_incident_id ON discrepancies (incident_id);
CREATE INDEX ix_discrepancies_left_claim_id ON discrepancies (left_claim_id);
COMMIT;
